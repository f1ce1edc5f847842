// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.cli.command;

import dev.signalbox.operator.node.NodeView;
import dev.signalbox.workbench.node.Drift;
import dev.signalbox.workbench.session.Workbench;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The nodes that run something else than what is assigned to them.
final class DriftingNodes {
    private DriftingNodes() {}

    /// What differs on each, by name.
    static Map<String, List<String>> of(Workbench workbench) {
        var found = new TreeMap<String, List<String>>();
        for (NodeView node : workbench.nodes().list()) {
            List<String> differences = Drift.of(node);
            if (!differences.isEmpty()) {
                found.put(node.id().value(), differences);
            }
        }
        return found;
    }
}
