// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import java.util.random.RandomGenerator;

/// How long to wait before the next attempt: 100 ms, doubling up to 30 s, each a random part between half and whole, so
/// that a fleet does not come back at one moment.
final class BackOff {
    private static final long FIRST_MILLIS = 100;
    private static final long LONGEST_MILLIS = 30_000;

    private final RandomGenerator random;
    private long next = FIRST_MILLIS;

    BackOff(RandomGenerator random) {
        this.random = random;
    }

    long nextMillis() {
        long whole = next;
        next = Math.min(LONGEST_MILLIS, next * 2);
        return whole / 2 + random.nextLong(whole / 2 + 1);
    }

    void succeeded() {
        next = FIRST_MILLIS;
    }
}
