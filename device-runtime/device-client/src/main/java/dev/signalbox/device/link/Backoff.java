// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next attempt: twice as long each time, and not in step with other devices.
final class Backoff {
    private static final Duration LASTING = Duration.ofSeconds(10);

    private static final Duration SOON = Duration.ofSeconds(1);

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;
    private Duration next;

    Backoff(LinkTiming timing, RandomGenerator random) {
        this.first = timing.firstPause();
        this.longest = timing.longestPause();
        this.random = random;
        this.next = first;
    }

    /// Between half of the step and all of it.
    Duration next() {
        long millis = next.toMillis();
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) > 0 ? longest : doubled;
        return Duration.ofMillis(millis / 2 + random.nextLong(millis / 2 + 1));
    }

    /// The hub took something: whatever ended that connection, the next attempt is not far.
    void worked() {
        next = next.compareTo(SOON) > 0 ? SOON : next;
    }

    /// A connection was up for so long. One that broke at once does not count, or two devices of the same name would
    /// throw each other out without a pause.
    void wasUp(Duration time) {
        if (time.compareTo(LASTING) >= 0) {
            next = first;
        }
    }
}
