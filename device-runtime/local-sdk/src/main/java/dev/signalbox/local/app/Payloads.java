// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.local.app;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/// What a program gives, as JSON that a node can read.
final class Payloads {
    private static final int MOST_BYTES = 250_000;

    private Payloads() {}

    /// Written and read once, so that what a node could not read is refused here.
    static ObjectNode checked(Map<String, ?> given) {
        byte[] json;
        try {
            json = Json.write(given);
        } catch (JacksonException notJson) {
            throw notJson(notJson);
        }
        if (json.length > MOST_BYTES) {
            throw tooLarge(json.length);
        }
        try {
            return Json.read(json, ObjectNode.class);
        } catch (ProblemException unreadable) {
            throw notJson(unreadable);
        }
    }

    private static IllegalArgumentException notJson(Exception why) {
        return new IllegalArgumentException("This cannot be written as JSON: " + why.getMessage(), why);
    }

    private static ProblemException tooLarge(int bytes) {
        return new ProblemException(new Problem(
                "local.too-large",
                "The message has " + bytes + " bytes; up to " + MOST_BYTES + " fit.",
                "Split it, or send less."));
    }
}
