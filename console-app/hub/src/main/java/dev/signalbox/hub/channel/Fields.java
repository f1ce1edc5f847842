// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.channel;

import dev.signalbox.protocol.codec.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Makes an object flat: inner names stand behind outer ones and a dot. Arrays stay what they are, an empty object
/// stays an empty object, and what is deeper than 32 becomes its JSON as text.
final class Fields {
    private static final int DEEPEST = 32;

    /// So many characters of names in one message, at most: a long outer name before thousands of inner ones would make
    /// gigabytes of a small payload.
    private static final int MOST_NAMES = 1 << 20;

    private final Map<String, JsonNode> found = new LinkedHashMap<>();
    private long names;

    private Fields() {}

    /// By name; empty if the names alone would be too large.
    static Optional<Map<String, JsonNode>> of(ObjectNode object) {
        var fields = new Fields();
        return fields.take("", object, 1) ? Optional.of(fields.found) : Optional.empty();
    }

    private boolean take(String before, ObjectNode object, int depth) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = before + field.getKey();
            names += name.length();
            if (names > MOST_NAMES || !take(name, field.getValue(), depth)) {
                return false;
            }
        }
        return true;
    }

    private boolean take(String name, JsonNode value, int depth) {
        if (!(value instanceof ObjectNode inner) || inner.isEmpty()) {
            put(name, value);
            return true;
        }
        if (depth >= DEEPEST) {
            put(name, StringNode.valueOf(Json.writeText(inner)));
            return true;
        }
        return take(name + ".", inner, depth + 1);
    }

    /// What an inner name of one and a name with dots of another field have in common is told twice.
    private void put(String name, JsonNode value) {
        String free = name;
        while (found.containsKey(free)) {
            free = "payload." + free;
        }
        found.put(free, value);
    }
}
