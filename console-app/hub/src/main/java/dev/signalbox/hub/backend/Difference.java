// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.backend;

import dev.signalbox.protocol.codec.Json;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a device must be told so that it ends up with the new document.
final class Difference {
    private Difference() {}

    /// The merge patch that turns one into the other.
    static ObjectNode between(ObjectNode before, ObjectNode after) {
        ObjectNode patch = Json.mapper().createObjectNode();
        for (Map.Entry<String, JsonNode> member : after.properties()) {
            JsonNode old = before.path(member.getKey());
            if (old instanceof ObjectNode from && member.getValue() instanceof ObjectNode to) {
                ObjectNode inner = between(from, to);
                if (!inner.isEmpty()) {
                    patch.set(member.getKey(), inner);
                }
            } else if (!old.equals(member.getValue())) {
                patch.set(member.getKey(), member.getValue());
            }
        }
        before.propertyNames().stream().filter(name -> !after.has(name)).forEach(patch::putNull);
        return patch;
    }
}
