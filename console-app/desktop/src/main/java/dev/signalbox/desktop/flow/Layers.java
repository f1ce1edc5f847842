// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Changes what a layer of the canvas holds in at most two steps, because each costs a look at all that it holds.
final class Layers {
    private Layers() {}

    /// Those that stay keep their place; those that come lie above them.
    static void hold(Pane layer, Collection<? extends Node> nodes) {
        Set<Node> wanted = new HashSet<>(nodes);
        layer.getChildren().removeIf(node -> !wanted.contains(node));
        List<? extends Node> coming =
                nodes.stream().filter(node -> node.getParent() == null).toList();
        layer.getChildren().addAll(coming);
    }
}
