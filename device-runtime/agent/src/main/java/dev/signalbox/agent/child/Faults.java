// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.child;

import dev.signalbox.agent.step.ForeignException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a process tells of an error in the author's code, as a sentence.
final class Faults {
    private Faults() {}

    /// `Unhandled ValueError in Pump.py:12: text.`, or the sentence that it tells with a code of its own.
    static ForeignException of(ObjectNode line, String file) {
        JsonNode error = line.path("error");
        if (error.has("sentence")) {
            return new ForeignException(
                    error.path("code").asString(""), error.path("sentence").asString(""), "");
        }
        int at = error.path("line").asInt(0);
        String message = error.path("message").asString("");
        return new ForeignException(
                "Unhandled " + error.path("type").asString("error") + " in " + file + (at > 0 ? ":" + at : "")
                        + (message.isBlank() ? "" : ": " + message) + ".",
                error.path("trace").asString(""));
    }
}
