// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.release;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Where a step runs: on the nodes named, and on every node that has all of the tags. With neither it runs nowhere.
public record Assignment(SortedSet<String> nodes, Map<String, String> tags) {
    /// Nowhere yet.
    public static final Assignment NONE = new Assignment(new TreeSet<>(), Map.of());

    public Assignment {
        nodes = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(nodes));
        tags = java.util.Collections.unmodifiableMap(new TreeMap<>(tags));
    }

    public static Assignment toTag(String name, String value) {
        return new Assignment(new TreeSet<>(), Map.of(name, value));
    }

    public boolean isEmpty() {
        return nodes.isEmpty() && tags.isEmpty();
    }

    /// Whether a node of that name and with those tags is meant.
    public boolean reaches(String node, Map<String, String> nodeTags) {
        return nodes.contains(node) || (!tags.isEmpty() && nodeTags.entrySet().containsAll(tags.entrySet()));
    }
}
