// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.inbox;

import java.time.Duration;

/// How long to wait before the program is given again what it failed with: twice as long each time, up to the longest.
public record Pauses(Duration first, Duration longest) {
    /// What a device in the field uses.
    public static final Pauses USUAL = new Pauses(Duration.ofSeconds(1), Duration.ofMinutes(5));

    private static final int MOST_DOUBLINGS = 20;

    /// @param attempts how often it failed, at least once
    public Duration after(int attempts) {
        Duration grown = first.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        return grown.compareTo(longest) < 0 ? grown : longest;
    }
}
