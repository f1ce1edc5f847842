// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.device;

import dev.signalbox.protocol.codec.Json;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Lays JSON out: two blanks a level, short lists of plain values in one line.
public final class JsonLayout {
    private static final String STEP = "  ";
    private static final int LONGEST_LIST = 80;

    private JsonLayout() {}

    /// The text of a value: a member a line, an object in braces of its own lines.
    public static String of(JsonNode node) {
        var out = new StringBuilder();
        write(node, "", out);
        return out.toString();
    }

    private static void write(JsonNode node, String indent, StringBuilder out) {
        switch (node) {
            case ObjectNode object when !object.isEmpty() -> members(object, indent, out);
            case ArrayNode list
            when fitsALine(list) ->
                out.append(list.valueStream().map(Json::writeText).collect(Collectors.joining(", ", "[", "]")));
            case ArrayNode list -> elements(list, indent, out);
            default -> out.append(Json.writeText(node));
        }
    }

    private static boolean fitsALine(ArrayNode list) {
        return list.valueStream().noneMatch(JsonNode::isContainer)
                && Json.writeText(list).length() <= LONGEST_LIST;
    }

    private static void members(ObjectNode object, String indent, StringBuilder out) {
        out.append("{\n");
        Iterator<Map.Entry<String, JsonNode>> all = object.properties().iterator();
        while (all.hasNext()) {
            var member = all.next();
            out.append(indent)
                    .append(STEP)
                    .append(Json.writeText(member.getKey()))
                    .append(": ");
            write(member.getValue(), indent + STEP, out);
            out.append(all.hasNext() ? ",\n" : "\n");
        }
        out.append(indent).append('}');
    }

    private static void elements(ArrayNode list, String indent, StringBuilder out) {
        out.append("[\n");
        Iterator<JsonNode> all = list.iterator();
        while (all.hasNext()) {
            out.append(indent).append(STEP);
            write(all.next(), indent + STEP, out);
            out.append(all.hasNext() ? ",\n" : "\n");
        }
        out.append(indent).append(']');
    }
}
