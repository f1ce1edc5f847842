// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.fleet;

import dev.signalbox.operator.node.NodeView;

/// What the hub tells about nodes while it happens.
public sealed interface NodeNews {
    /// A node is there, or something about it changed.
    record Seen(NodeView node) implements NodeNews {}

    /// A node was deleted.
    record Gone(String id) implements NodeNews {}
}
