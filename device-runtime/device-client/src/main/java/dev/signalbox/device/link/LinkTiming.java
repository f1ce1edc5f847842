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

    /// How long the hub may take to accept a connection or a subscription.
    static final Duration PATIENCE = Duration.ofSeconds(30);

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
