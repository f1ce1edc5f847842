// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times as the hub tells them, in UTC.
final class Moments {
    private static final DateTimeFormatter WITH_DAY = format("d MMM HH:mm:ss.SSS");
    private static final DateTimeFormatter SHORT = format("d MMM HH:mm:ss'Z'");

    private Moments() {}

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }

    /// To the millisecond, for a column that says it is UTC.
    static String exact(Instant at) {
        return WITH_DAY.format(at);
    }

    /// To the second.
    static String words(Instant at) {
        return SHORT.format(at);
    }
}
