// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.delivery;

import java.time.Duration;

/// How many bytes may be under way: as many as the line carries in some seconds, at most a megabyte. More would only
/// wait in front of a slow line, and whatever is said meanwhile behind it. For the link's thread alone.
final class Window {
    private static final int LEAST = 2_000;
    private static final int FIRST = 16_000;
    private static final int MOST = 1_000_000;
    private static final int GROWTH = 2;
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LATE = Duration.ofSeconds(5);

    private int most = FIRST;
    private int underWay;
    private long shrunkAt = System.nanoTime();

    /// One that is too large for the window goes alone.
    boolean isOpenFor(int bytes) {
        return underWay == 0 || underWay + bytes <= most;
    }

    /// Whether one is so large that nothing else could be said for some seconds, as far as the line is known.
    boolean isOccupiedBy(int bytes) {
        return bytes > most;
    }

    void sent(int bytes) {
        underWay += bytes;
    }

    /// @param sentAt by `System.nanoTime`
    void acknowledged(int bytes, long sentAt) {
        underWay -= bytes;
        long now = System.nanoTime();
        if (now - sentAt < SOON.toNanos()) {
            most = Math.min(MOST, most + GROWTH * bytes);
        } else if (now - sentAt > LATE.toNanos() && sentAt - shrunkAt >= 0) {
            most = Math.max(LEAST, most / 2);
            shrunkAt = now;
        }
    }

    /// The connection is gone; what is known of the line may be so, too.
    void lost() {
        underWay = 0;
        most = Math.min(most, FIRST);
    }
}
