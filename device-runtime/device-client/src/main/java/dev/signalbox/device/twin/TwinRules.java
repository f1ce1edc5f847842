// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.twin;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.topic.Reserved;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a device may report, within IoT Hub's limits; checked before anything is kept or sent.
final class TwinRules {
    private static final int LARGEST = 32 * 1024;
    private static final int DEEPEST = 10;
    private static final int LONGEST_NAME = 1024;
    private static final int LONGEST_TEXT = 4096;
    private static final long LARGEST_INTEGER = 1L << 52;

    private TwinRules() {}

    /// Throws ProblemException that names the path of what is wrong.
    static void check(ObjectNode whole) {
        if (whole.has(Reserved.TWIN_PROPERTY.wireName())) {
            throw refused(Reserved.TWIN_PROPERTY.wireName(), "is a name that the hub keeps for itself");
        }
        members(whole, "", 1);
        int size = Json.write(whole).length;
        if (size > LARGEST) {
            throw refused("", "have " + size + " bytes; a hub takes up to " + LARGEST);
        }
    }

    private static void members(ObjectNode object, String path, int depth) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String inner = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
            name(member.getKey(), inner);
            value(member.getValue(), inner, depth);
        }
    }

    private static void name(String name, String path) {
        if (name.isEmpty() || bytes(name) > LONGEST_NAME) {
            throw refused(path, "has a name of " + bytes(name) + " bytes; 1 to " + LONGEST_NAME + " are allowed");
        }
        if (name.chars().anyMatch(c -> c == '.' || c == '$' || c == ' ' || Character.isISOControl(c))) {
            throw refused(path, "has a dot, a $, a blank or a control character in its name");
        }
    }

    private static void value(JsonNode value, String path, int depth) {
        if (value.isContainer() && depth > DEEPEST) {
            throw refused(path, "is nested more than " + DEEPEST + " deep");
        }
        if (value.isString() && bytes(value.stringValue()) > LONGEST_TEXT) {
            throw refused(path, "is a text of more than " + LONGEST_TEXT + " bytes");
        }
        if (value.isIntegralNumber() && (!value.canConvertToLong() || Math.abs(value.longValue()) > LARGEST_INTEGER)) {
            throw refused(path, "is an integer beyond 2^52");
        }
        switch (value) {
            case ObjectNode object -> members(object, path, depth + 1);
            case ArrayNode array -> elements(array, path, depth + 1);
            default -> {}
        }
    }

    private static void elements(ArrayNode array, String path, int depth) {
        for (int index = 0; index < array.size(); index++) {
            value(array.get(index), path + "[" + index + "]", depth);
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static ProblemException refused(String path, String what) {
        return new ProblemException(TwinProblems.notReportable(path, what));
    }
}
