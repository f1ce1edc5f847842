// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.twin;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The merge patch (RFC 7396) that makes one document of another.
final class Diff {
    private Diff() {}

    /// Empty when there is nothing to change.
    ///
    /// @param to without nulls as members, which a twin cannot hold
    static ObjectNode between(ObjectNode from, ObjectNode to) {
        ObjectNode patch = from.objectNode();
        for (Map.Entry<String, JsonNode> member : from.properties()) {
            if (!to.has(member.getKey())) {
                patch.putNull(member.getKey());
            }
        }
        for (Map.Entry<String, JsonNode> member : to.properties()) {
            change(patch, member.getKey(), from.path(member.getKey()), member.getValue());
        }
        return patch;
    }

    private static void change(ObjectNode patch, String name, JsonNode from, JsonNode to) {
        if (from instanceof ObjectNode before && to instanceof ObjectNode after) {
            ObjectNode inner = between(before, after);
            if (!inner.isEmpty()) {
                patch.set(name, inner);
            }
        } else if (!from.equals(to)) {
            patch.set(name, to);
        }
    }

    /// The document without members that are null, which to a twin means that they are not there.
    static ObjectNode withoutNulls(ObjectNode document) {
        ObjectNode plain = document.objectNode();
        document.properties().forEach(member -> {
            if (member.getValue() instanceof ObjectNode object) {
                plain.set(member.getKey(), withoutNulls(object));
            } else if (!member.getValue().isNull()) {
                plain.set(member.getKey(), member.getValue());
            }
        });
        return plain;
    }
}
