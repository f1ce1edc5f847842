// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.stream;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Finds the numbers of a JSON object, as consumers of a channel find them: inner objects with dots, lists left out.
final class NumericFields {
    private static final int MOST = 200;
    private static final int DEEPEST = 16;

    private NumericFields() {}

    static Map<String, Double> of(JsonNode tree) {
        Map<String, Double> found = new LinkedHashMap<>();
        if (tree instanceof ObjectNode object) {
            take(object, "", 1, found);
        }
        return found;
    }

    private static void take(ObjectNode object, String before, int depth, Map<String, Double> found) {
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String name = before + member.getKey();
            if (member.getValue() instanceof ObjectNode inner && depth < DEEPEST) {
                take(inner, name + ".", depth + 1, found);
            } else if (member.getValue().isNumber() && found.size() < MOST) {
                found.put(name, member.getValue().doubleValue());
            }
        }
    }
}
