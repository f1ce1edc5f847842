// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.live;

import dev.signalbox.operator.node.NodeView;

/// Told about nodes, on the feed's thread.
public interface NodeWatcher {
    /// A node as it is now.
    void node(NodeView view);

    /// A node that was deleted.
    void gone(String id);
}
