// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON merge patch (RFC 7396) on objects, as twins use it: null removes a member.
public final class MergePatch {
    private MergePatch() {}

    /// The target with the patch applied; neither is changed.
    public static ObjectNode apply(ObjectNode target, ObjectNode patch) {
        ObjectNode result = target.deepCopy();
        for (Map.Entry<String, JsonNode> member : patch.properties()) {
            merge(result, member.getKey(), member.getValue());
        }
        return result;
    }

    private static void merge(ObjectNode into, String name, JsonNode value) {
        if (value.isNull()) {
            into.remove(name);
        } else if (value instanceof ObjectNode object) {
            ObjectNode before = into.get(name) instanceof ObjectNode old
                    ? old
                    : Json.mapper().createObjectNode();
            into.set(name, apply(before, object));
        } else {
            into.set(name, value);
        }
    }
}
