// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import dev.signalbox.protocol.query.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Paths as they stand in the store: names joined by `/`, with `~0` for `~` and `~1` for `/` in them, and `~2` before
/// the index of an array's element.
final class PathText {
    private PathText() {}

    static String of(Kind kind, Path path) {
        return kind.prefix() + path.steps().stream().map(PathText::of).collect(Collectors.joining("/"));
    }

    /// All that is in the document, by path. `$metadata` is not meant to be in it.
    static Map<String, Object> leaves(Kind kind, ObjectNode document) {
        Map<String, Object> leaves = new HashMap<>();
        document.properties()
                .forEach(member -> collect(kind.prefix() + name(member.getKey()), member.getValue(), leaves));
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
