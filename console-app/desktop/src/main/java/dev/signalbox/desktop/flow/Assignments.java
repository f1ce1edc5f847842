// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.protocol.release.Assignment;
import java.util.HashMap;
import java.util.TreeSet;

/// Says in words where a step runs, and reads those words.
final class Assignments {
    private Assignments() {}

    /// What is wrong with an entry; empty when nothing is.
    static String complaint(String entry) {
        String[] parts = entry.split("=", -1);
        boolean fine = parts.length <= 2;
        for (String part : parts) {
            fine &= part.strip().matches("[A-Za-z0-9][A-Za-z0-9_.:-]{0,127}");
        }
        return fine ? "" : "Write a node's name, or a tag such as site=north.";
    }

    /// With a node's name or `tag=value` more.
    static Assignment with(Assignment was, String entry) {
        var nodes = new TreeSet<>(was.nodes());
        var tags = new HashMap<>(was.tags());
        int equals = entry.indexOf('=');
        if (equals < 0) {
            nodes.add(entry.strip());
        } else {
            tags.put(
                    entry.substring(0, equals).strip(),
                    entry.substring(equals + 1).strip());
        }
        return new Assignment(nodes, tags);
    }

    static Assignment withoutNode(Assignment was, String node) {
        var nodes = new TreeSet<>(was.nodes());
        nodes.remove(node);
        return new Assignment(nodes, was.tags());
    }

    static Assignment withoutTag(Assignment was, String tag) {
        var tags = new HashMap<>(was.tags());
        tags.remove(tag);
        return new Assignment(was.nodes(), tags);
    }
}
