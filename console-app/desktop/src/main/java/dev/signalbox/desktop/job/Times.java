// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.job;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/// Times as the page writes and reads them: UTC.
final class Times {
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("d MMM HH:mm'Z'", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

    private Times() {}

    static String of(Instant time) {
        return SHOWN.format(time);
    }

    /// With its year and to the second.
    static String exact(Instant time) {
        return EXACT.format(time);
    }

    /// Reads `2026-01-31 08:00`, with or without seconds, `T` and `Z`.
    static Optional<Instant> read(String text) {
        String iso = text.strip().replaceFirst("\\s*[zZ]$", "").replaceFirst("\\s+", "T");
        try {
            return Optional.of(LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    /// Such as `90 s`, `15 min` or `2 h`.
    static String length(Duration length) {
        long seconds = length.toSeconds();
        if (seconds % 86_400 == 0) {
            return seconds / 86_400 == 1 ? "1 day" : seconds / 86_400 + " days";
        }
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + " h";
        }
        return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }
}
