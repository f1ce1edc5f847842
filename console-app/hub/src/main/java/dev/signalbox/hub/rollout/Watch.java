// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.rollout;

import java.time.Duration;
import java.time.Instant;

/// Since when the hub watches without a gap. A hub that was stopped, a machine that slept and a clock that was set
/// leave
/// one: what nodes could not tell meanwhile is no silence, and nobody looked how they fare. Used by one thread.
final class Watch {
    /// Between two looks that belong together; they come every 10 s at least.
    private static final Duration GAP = Duration.ofSeconds(60);
    /// The two clocks may drift apart so much between two looks.
    private static final Duration APART = Duration.ofSeconds(5);

    private Instant since;
    private Instant last;
    private long lastNanos;

    /// @param nanos of `System.nanoTime` at that time
    Watch(Instant now, long nanos) {
        since = now;
        last = now;
        lastNanos = nanos;
    }

    /// Looks at both clocks; answers since when there was no gap.
    Instant look(Instant now, long nanos) {
        Duration wall = Duration.between(last, now);
        Duration apart = wall.minusNanos(nanos - lastNanos).abs();
        if (wall.compareTo(GAP) > 0 || apart.compareTo(APART) > 0) {
            since = now;
        }
        last = now;
        lastNanos = nanos;
        return since;
    }
}
