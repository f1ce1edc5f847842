// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.device;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON as people read and write it.
final class JsonTexts {
    private JsonTexts() {}

    /// A member a line, an object in braces of its own lines.
    static String pretty(JsonNode node) {
        return JsonLayout.of(node);
    }

    /// All in one line; nothing for what is not there.
    static String line(JsonNode node) {
        return node.isMissingNode() ? "" : Json.writeText(node);
    }

    static JsonNode read(String text) {
        return Json.readTree(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Throws `json.no-object`, or what is malformed.
    static ObjectNode object(String text) {
        if (read(text) instanceof ObjectNode object) {
            return object;
        }
        throw new ProblemException(
                new Problem("json.no-object", "A twin's part is a JSON object.", "Begin with { and end with }."));
    }
}
