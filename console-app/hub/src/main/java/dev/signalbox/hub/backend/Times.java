// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.backend;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Times as IoT Hub's clients read them: always with three decimals.
public final class Times {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Times() {}

    public static String text(Instant time) {
        return TIME.format(time);
    }
}
