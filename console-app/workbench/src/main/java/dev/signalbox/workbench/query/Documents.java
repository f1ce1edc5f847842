// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.query;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.query.QueryWriter;
import dev.signalbox.protocol.query.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/// Takes documents apart into paths and values.
final class Documents {
    private static final int MOST_VALUES = 12;
    private static final int MOST_PATHS = 500;

    private Documents() {}

    static Row row(JsonNode document) {
        SequencedMap<String, String> cells = new LinkedHashMap<>();
        document.propertyStream()
                .forEach(member -> leaves(Path.of(member.getKey()), member.getValue(), (path, value) -> {
                    if (cells.size() < MOST_PATHS) {
                        cells.put(QueryWriter.write(path), value.isString() ? value.stringValue() : value.toString());
                    }
                }));
        return new Row(cells, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(document));
    }

    /// Which paths there are, with some values each as a query spells them.
    static Map<String, List<String>> paths(List<JsonNode> documents) {
        Map<String, List<String>> paths = new TreeMap<>();
        for (JsonNode document : documents) {
            document.propertyStream()
                    .forEach(member -> leaves(Path.of(member.getKey()), member.getValue(), (path, value) -> {
                        String name = QueryWriter.write(path);
                        if (paths.containsKey(name) || paths.size() < MOST_PATHS) {
                            keep(paths.computeIfAbsent(name, _ -> new ArrayList<>()), value);
                        }
                    }));
        }
        return paths;
    }

    private static void keep(List<String> values, JsonNode value) {
        if (value.isValueNode() && values.size() < MOST_VALUES) {
            String spelled = value.isString()
                    ? "'" + value.stringValue().replace("\\", "\\\\").replace("'", "\\'") + "'"
                    : value.toString();
            if (!values.contains(spelled)) {
                values.add(spelled);
            }
        }
    }

    private static void leaves(Path path, JsonNode value, BiConsumer<Path, JsonNode> found) {
        if (value.isObject() && !value.isEmpty()) {
            value.propertyStream()
                    .filter(member -> !member.getKey().startsWith("$"))
                    .forEach(member -> leaves(path.then(new Path.Name(member.getKey())), member.getValue(), found));
        } else {
            found.accept(path, value);
        }
    }
}
