// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import dev.signalbox.protocol.report.Account;

/// What is added to an account.
final class Sums {
    private Sums() {}

    static Account refused(Account books) {
        return new Account(
                books.taken(),
                books.forwarded(),
                books.waiting(),
                books.expired(),
                books.displaced(),
                books.damaged(),
                books.refused() + 1,
                books.waitingBytes());
    }

    static Account added(Account books, Group group) {
        int messages = group.adds().size();
        return new Account(
                books.taken() + messages,
                books.forwarded(),
                books.waiting() + messages,
                books.expired(),
                books.displaced(),
                books.damaged(),
                books.refused(),
                books.waitingBytes() + group.bytes());
    }
}
