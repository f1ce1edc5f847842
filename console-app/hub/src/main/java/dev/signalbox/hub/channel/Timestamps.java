// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.channel;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads what payloads call `timestamp`.
final class Timestamps {
    private Timestamps() {}

    /// Seconds since 1970: of a number, and of a text as ISO 8601 has it; empty for anything else.
    static Optional<Double> of(JsonNode value) {
        if (value.isNumber()) {
            return Optional.of(value.doubleValue()).filter(Double::isFinite);
        }
        return value.isString() ? ofText(value.stringValue()) : Optional.empty();
    }

    private static Optional<Double> ofText(String text) {
        try {
            Instant time = OffsetDateTime.parse(text).toInstant();
            return Optional.of(Flattening.seconds(time));
        } catch (DateTimeException | ArithmeticException noTime) {
            return Optional.empty();
        }
    }
}
