// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import java.util.Optional;

/// Reads numbers of paths and queries. Throws IllegalArgumentException for what is none.
final class Numbers {
    private Numbers() {}

    /// Of a message: from 0 on.
    static long key(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new IllegalArgumentException("a key is a number from 0 on");
        }
        return Long.parseLong(text);
    }

    /// From 1 to the most; the usual if nothing is said.
    static int upTo(Optional<String> text, int usual, int most) {
        long number = text.map(Numbers::key).orElse((long) usual);
        return Math.clamp(number, 1, most);
    }
}
