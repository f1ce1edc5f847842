// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.query;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.query.QueryParser;
import dev.signalbox.protocol.codec.query.QueryWriter;
import dev.signalbox.protocol.query.Query;
import dev.signalbox.protocol.query.Source;
import java.util.Optional;

/// Finds the condition on devices in what a person asked.
public final class DeviceCondition {
    private DeviceCondition() {}

    /// The condition, `*` for all devices; empty if it is about something else, or about the first few only.
    public static Optional<String> of(String text) {
        String asked = text.strip();
        if (asked.isEmpty() || asked.equals("*")) {
            return Optional.of("*");
        }
        try {
            Query query = QueryParser.query(asked);
            return query.from() == Source.DEVICES && query.top().isEmpty()
                    ? Optional.of(query.where().map(QueryWriter::write).orElse("*"))
                    : Optional.empty();
        } catch (ProblemException noWholeQuery) {
            return Optional.of(asked);
        }
    }
}
