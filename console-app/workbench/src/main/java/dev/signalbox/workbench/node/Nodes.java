// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.node;

import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.identity.Pins;
import java.util.List;
import java.util.Map;

/// The workspace's nodes. All calls ask the hub and wait for it; what goes wrong is a ProblemException.
public interface Nodes {
    List<NodeView> list();

    /// Makes a node known to the hub and answers its provisioning token, which is secret.
    String create(NewDevice device);

    /// The provisioning token of a node that is known already.
    String token(DeviceId id);

    /// The connection string of a node that is known already, for software that speaks IoT Hub; secret. A node needs a
    /// file with `pins` beside it.
    String connectionString(DeviceId id);

    /// What every node of this hub pins.
    Pins pins();

    /// Replaces all tags; the hub resolves assignments anew.
    void setTags(DeviceId id, Map<String, String> tags);

    void delete(DeviceId id);
}
