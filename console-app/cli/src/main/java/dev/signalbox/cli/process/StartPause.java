// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.process;

import java.time.Duration;

/// How long to wait before a program is started again: longer each time, from the beginning again after it ran for a
/// minute. Used by one thread.
final class StartPause {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration GOOD_RUN = Duration.ofMinutes(1);

    private Duration pause = FIRST;
    private long began = System.nanoTime();

    void begins() {
        began = System.nanoTime();
    }

    Duration next() {
        return next(Duration.ofNanos(System.nanoTime() - began));
    }

    /// @param ran how long it ran
    Duration next(Duration ran) {
        Duration now = ran.compareTo(GOOD_RUN) < 0 ? pause : FIRST;
        Duration twice = now.multipliedBy(2);
        pause = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
        return now;
    }
}
