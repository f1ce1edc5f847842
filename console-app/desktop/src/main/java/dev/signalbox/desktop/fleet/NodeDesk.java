// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.fleet;

import dev.signalbox.operator.device.AccountView;
import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.workbench.node.NodeActions;
import java.util.Map;
import java.util.Optional;

/// What the page asks of the hub. All calls block and throw `ProblemException`.
public interface NodeDesk {
    /// Makes a device known and answers a provisioning token for it.
    String create(NewDevice device);

    /// A new token for a node that is known; those made before end.
    String token(DeviceId id);

    /// What the node last said became of its messages; empty if it never said so.
    Optional<AccountView> account(DeviceId id);

    void setTags(DeviceId id, Map<String, String> tags);

    void delete(DeviceId id);

    /// Tells the apps of that name that are joined to the node; answers how many there are.
    ///
    /// @param command JSON: one command and its parameters
    int tellApp(DeviceId id, String app, String command);

    /// What nodes can be asked to do.
    NodeActions actions();
}
