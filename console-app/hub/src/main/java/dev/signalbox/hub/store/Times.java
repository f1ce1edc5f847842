// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// Times as IoT Hub's clients read them: always with three decimals, so that the order of texts is that of times.
public final class Times {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final String NEVER = "0001-01-01T00:00:00Z";

    private Times() {}

    public static String text(Instant time) {
        return TIME.format(time);
    }

    /// As `text`; a time before all others if there is none.
    public static String text(Optional<Instant> time) {
        return time.map(TIME::format).orElse(NEVER);
    }
}
