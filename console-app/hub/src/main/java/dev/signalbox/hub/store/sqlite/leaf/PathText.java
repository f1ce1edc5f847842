// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import dev.signalbox.protocol.query.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Paths as they stand in the store: names joined by `/`, with `~0` for `~` and `~1` for `/` in them, and `~2` before
/// the
/// index of an array's element.
final class PathText {
    private PathText() {}

    static String of(Path path) {
        return path.steps().stream().map(PathText::of).collect(Collectors.joining("/"));
    }

    /// The value and all that is in it, by path.
    static Map<String, Object> leaves(String path, JsonNode value) {
        Map<String, Object> leaves = new HashMap<>();
        collect(path, value, leaves);
        return leaves;
    }

    private static void collect(String path, JsonNode value, Map<String, Object> into) {
        into.put(path, Stored.of(value));
        value.properties().forEach(member -> collect(path + "/" + name(member.getKey()), member.getValue(), into));
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            collect(path + "/" + index(i), value.get(i), into);
        }
    }

    private static String of(Path.Step step) {
        return switch (step) {
            case Path.Name name -> name(name.name());
            case Path.Index index -> index(index.index());
        };
    }

    private static String name(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static String index(int index) {
        return "~2" + index;
    }
}
