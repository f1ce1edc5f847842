// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.app;

import dev.signalbox.desktop.fleet.NodeDesk;
import dev.signalbox.operator.device.AccountView;
import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.workbench.device.Devices;
import dev.signalbox.workbench.node.NodeActions;
import dev.signalbox.workbench.node.Nodes;
import java.util.Map;
import java.util.Optional;

/// The Nodes page's wishes, passed on to the hub.
record HubNodeDesk(Nodes nodes, NodeActions actions, Devices devices) implements NodeDesk {
    @Override
    public String create(NewDevice device) {
        return nodes.create(device);
    }

    @Override
    public String token(DeviceId id) {
        return nodes.token(id);
    }

    @Override
    public Optional<AccountView> account(DeviceId id) {
        return devices.account(id);
    }

    @Override
    public void setTags(DeviceId id, Map<String, String> tags) {
        nodes.setTags(id, tags);
    }

    @Override
    public void delete(DeviceId id) {
        nodes.delete(id);
    }

    @Override
    public int tellApp(DeviceId id, String app, String command) {
        return nodes.tellApp(id, app, command);
    }
}
