// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import java.time.Duration;

/// How long things take on a link.
///
/// @param firstPause before the second attempt; doubles from then on, less a random part
/// @param longestPause what it does not grow beyond
/// @param keepAlive how long both ends may be silent, in whole seconds; a hub that stays silent for one and a half of
///     it is given up
public record LinkTiming(Duration firstPause, Duration longestPause, Duration keepAlive) {
    /// What a device in the field uses.
    public static final LinkTiming USUAL =
            new LinkTiming(Duration.ofMillis(100), Duration.ofSeconds(30), Duration.ofSeconds(60));

    private static final int SLOWEST_BYTES_PER_SECOND = 1_000;

    /// One and a half of it is what the largest message takes at 1 KB a second.
    private static final Duration PATIENT_KEEP_ALIVE = Duration.ofSeconds(200);

    private static final Duration SHORTEST_KEEP_ALIVE = Duration.ofSeconds(5);
    private static final Duration LONGEST_KEEP_ALIVE = Duration.ofMinutes(19);

    /// Throws IllegalArgumentException beyond what an IoT Hub takes, and below what a slow line needs.
    public LinkTiming withKeepAlive(Duration silence) {
        if (silence.compareTo(SHORTEST_KEEP_ALIVE) < 0 || silence.compareTo(LONGEST_KEEP_ALIVE) > 0) {
            throw new IllegalArgumentException("The keep-alive is between 5 seconds and 19 minutes");
        }
        return new LinkTiming(firstPause, longestPause, Duration.ofSeconds(silence.toSeconds()));
    }

    /// How long the hub may take to accept a connection or a subscription.
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /// Whether a packet of that size may take so long on a slow line that the ends hold each other for dead.
    boolean isHeavy(int bytes) {
        return bytes > keepAlive.toSeconds() * SLOWEST_BYTES_PER_SECOND / 2;
    }

    /// For a line on which a heavy packet was under way for as long as the ends may be silent: nothing can be said
    /// before it, by either end, so both need more patience until it is through.
    LinkTiming patient() {
        return keepAlive.compareTo(PATIENT_KEEP_ALIVE) >= 0
                ? this
                : new LinkTiming(firstPause, longestPause, PATIENT_KEEP_ALIVE);
    }

    /// How often a link looks around: 5 seconds usually.
    Duration look() {
        return keepAlive.dividedBy(12);
    }

    /// How long a hub that was asked for a sign of life may take. With the silence before it, and a look that comes
    /// late, that is less than one and a half of the keep-alive.
    Duration answer() {
        return keepAlive.multipliedBy(2).dividedBy(5);
    }
}
