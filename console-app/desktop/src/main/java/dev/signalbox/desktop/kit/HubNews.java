// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import dev.signalbox.operator.node.NodeView;

/// Who wants to know what happens at the hub. Told on the FX thread.
public interface HubNews {
    /// Something changed in the hub: looks again.
    void look();

    /// A node said how its steps fare.
    void hear(NodeView node);

    /// A node was deleted.
    void gone(String node);
}
