// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.release;

import dev.signalbox.operator.release.ReleaseSummary;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Releases in words.
final class ReleaseWords {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm'Z'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private ReleaseWords() {}

    /// In UTC, as all times of the console.
    static String time(Instant time) {
        return TIME.format(time);
    }

    /// @param number 0 for what was there before the first
    static String name(long number) {
        return number == 0 ? "Nothing yet" : "Release " + number;
    }

    /// Who made it, and why, if that was said.
    static String about(ReleaseSummary release) {
        String who = "by " + release.createdBy() + ", " + time(release.createdAt());
        return release.note().isBlank() ? who : release.note() + " — " + who;
    }
}
