// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import dev.signalbox.protocol.report.Problem;

/// What can go wrong with the outbox.
final class OutboxProblems {
    private OutboxProblems() {}

    static Problem full(long limit) {
        return new Problem(
                "outbox.full",
                "The outbox holds " + limit / (1024 * 1024) + " MiB that the hub has not taken yet.",
                "Bring the hub back, or send less; nothing that was accepted is lost.");
    }

    static Problem unwritable(String why) {
        return new Problem(
                "outbox.unwritable",
                "The outbox cannot write to its disk: " + why + ".",
                "Free some space or mend the disk; then send again.");
    }

    static Problem unreadable(String file, String why) {
        return new Problem(
                "outbox.unreadable",
                "The outbox " + file + " cannot be read: " + why + ".",
                "It was moved aside with the ending .damaged; a new one was started.");
    }

    static Problem closed() {
        return new Problem("outbox.closed", "The device client is closed.", "Open a new one.");
    }
}
