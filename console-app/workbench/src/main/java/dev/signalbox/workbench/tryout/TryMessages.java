// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.tryout;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Bodies of messages as a person writes them.
public final class TryMessages {
    /// More make no try but a load test.
    public static final int MOST = 1_000;

    private static final String REMEDY = "Write a body such as {\"celsius\":99}.";

    private TryMessages() {}

    /// One body. Throws ProblemException `try.no-json`.
    public static JsonNode body(String text) {
        return read(text, "This is no JSON: " + text);
    }

    /// A body on each line; empty lines do not count. Throws ProblemException `try.no-json`, which names the line, and
    /// `try.many-messages` for more than `MOST`.
    public static List<JsonNode> lines(String text) {
        var bodies = new ArrayList<JsonNode>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                bodies.add(read(line, "Line " + number + " is no JSON: " + line.strip()));
            }
        }
        if (bodies.size() > MOST) {
            throw new ProblemException(new Problem(
                    "try.many-messages",
                    "These are %,d messages, and a try takes %,d.".formatted(bodies.size(), MOST),
                    "Keep those that make a difference."));
        }
        return bodies;
    }

    private static JsonNode read(String text, String complaint) {
        try {
            return Json.mapper().readTree(text);
        } catch (JacksonException malformed) {
            throw new ProblemException(new Problem("try.no-json", complaint, REMEDY), malformed);
        }
    }
}
