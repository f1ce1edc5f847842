// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import java.time.Duration;

/// How long things take on a link.
///
/// @param tokenLife how long a sign-in is good for
/// @param renewAfter when to sign in anew, before the token ends
/// @param firstPause before the second attempt; doubles from then on, less a random part
/// @param longestPause what it does not grow beyond
public record LinkTiming(Duration tokenLife, Duration renewAfter, Duration firstPause, Duration longestPause) {
    /// What a device in the field uses.
    public static final LinkTiming USUAL =
            new LinkTiming(Duration.ofHours(1), Duration.ofMinutes(50), Duration.ofMillis(100), Duration.ofSeconds(30));

    /// How often both ends show they are there; a silent hub is given up after twice that.
    static final Duration KEEP_ALIVE = Duration.ofSeconds(60);

    /// How long the hub may take to accept a connection or a subscription.
    static final Duration PATIENCE = Duration.ofSeconds(30);
}
