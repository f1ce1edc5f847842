// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// An axis of time that begins and ends at a mark, with marks a person can read.
///
/// @param from in milliseconds since 1970
/// @param to as `from`, and later
/// @param step between two marks, in milliseconds
record TimeScale(long from, long to, long step) {
    private static final int MARKS = 12;
    private static final long SECOND = 1000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;
    private static final List<Long> STEPS = List.of(
            100L,
            200L,
            500L,
            SECOND,
            2 * SECOND,
            5 * SECOND,
            10 * SECOND,
            15 * SECOND,
            30 * SECOND,
            MINUTE,
            2 * MINUTE,
            5 * MINUTE,
            10 * MINUTE,
            15 * MINUTE,
            30 * MINUTE,
            HOUR,
            2 * HOUR,
            3 * HOUR,
            6 * HOUR,
            12 * HOUR,
            DAY);

    /// One that has room for all between two moments.
    static TimeScale over(long first, long last) {
        long length = Math.max(1, last - first);
        long step = STEPS.stream()
                .filter(one -> one * MARKS >= length)
                .findFirst()
                .orElseGet(() -> DAY * (length / (DAY * MARKS) + 1));
        long from = Math.floorDiv(first, step) * step;
        long to = Math.max(from + step, -Math.floorDiv(-last, step) * step);
        return new TimeScale(from, to, step);
    }

    /// A mark, in UTC, as exact as it needs to be.
    String words(long at) {
        String pattern = step < SECOND ? "HH:mm:ss.S" : step < MINUTE ? "HH:mm:ss" : step < DAY ? "HH:mm" : "d MMM";
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                .withZone(ZoneOffset.UTC)
                .format(Instant.ofEpochMilli(at));
    }
}
