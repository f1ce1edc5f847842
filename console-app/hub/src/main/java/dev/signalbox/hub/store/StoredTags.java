// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.codec.Json;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The tags of a twin: any JSON to back ends; to operators and assignments the texts, numbers and truths of its first
/// level, as text.
///
/// @param edition grows by one with each change
public record StoredTags(ObjectNode document, long edition) {
    /// What operators see.
    public static Map<String, String> flat(ObjectNode document) {
        Map<String, String> flat = new TreeMap<>();
        for (Map.Entry<String, JsonNode> tag : document.properties()) {
            if (isFlat(tag.getValue())) {
                flat.put(tag.getKey(), tag.getValue().asString());
            }
        }
        return flat;
    }

    /// The document after operators replaced what they see. What they do not see stays, and so does a number that they
    /// gave back as they saw it.
    public static ObjectNode withFlat(ObjectNode document, Map<String, String> tags) {
        ObjectNode changed = Json.mapper().createObjectNode();
        for (Map.Entry<String, JsonNode> tag : document.properties()) {
            boolean same = isFlat(tag.getValue()) && tag.getValue().asString().equals(tags.get(tag.getKey()));
            if (same || (!isFlat(tag.getValue()) && !tags.containsKey(tag.getKey()))) {
                changed.set(tag.getKey(), tag.getValue());
            }
        }
        tags.forEach((name, value) -> {
            if (!changed.has(name)) {
                changed.put(name, value);
            }
        });
        return changed;
    }

    private static boolean isFlat(JsonNode value) {
        return value.isString() || value.isNumber() || value.isBoolean();
    }
}
