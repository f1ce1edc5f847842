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

    /// Makes a node known to the hub and answers a provisioning token for it, as `token` does.
    String create(NewDevice device);

    /// A provisioning token for a node that is known already; secret. It lets one machine in as this
    /// node, once, within 24 hours and without another look. Whoever is this node by then is shut out.
    /// Tokens made for it before end with this call.
    String token(DeviceId id);

    /// The connection string of a node that is known already, for software that speaks IoT Hub; secret. A node needs a
    /// file with `pins` beside it.
    String connectionString(DeviceId id);

    /// What every node of this hub pins.
    Pins pins();

    /// Replaces all tags; the hub resolves assignments anew.
    void setTags(DeviceId id, Map<String, String> tags);

    /// Tells an app that is joined to the node; answers how many of that name there are. Problems: `method.not-online`,
    /// `local.no-such-app`, `local.no-command`.
    ///
    /// @param command JSON, an object with one member: the command's name and its parameters, an object
    int tellApp(DeviceId id, String app, String command);

    /// Forgets a node; tokens made for it end.
    void delete(DeviceId id);
}
