// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import java.util.Comparator;

/// A place in the log of messages. Later messages have later places.
///
/// @param segment the number of a file of the log; 0 before the first
/// @param bytes so many of that file
public record LogPlace(int segment, long bytes) implements Comparable<LogPlace> {
    /// Before all messages.
    public static final LogPlace START = new LogPlace(0, 0);

    private static final Comparator<LogPlace> ORDER =
            Comparator.comparingInt(LogPlace::segment).thenComparingLong(LogPlace::bytes);

    @Override
    public int compareTo(LogPlace other) {
        return ORDER.compare(this, other);
    }

    public boolean isBefore(LogPlace other) {
        return compareTo(other) < 0;
    }
}
