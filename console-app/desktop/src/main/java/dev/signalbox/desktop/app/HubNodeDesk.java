// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.app;

import dev.signalbox.desktop.fleet.NodeDesk;
import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.workbench.node.Nodes;
import java.util.Map;

/// The Nodes page's wishes, passed on to the hub.
record HubNodeDesk(Nodes nodes) implements NodeDesk {
    @Override
    public String create(NewDevice device) {
        return nodes.create(device);
    }

    @Override
    public String token(DeviceId id) {
        return nodes.token(id);
    }

    @Override
    public void setTags(DeviceId id, Map<String, String> tags) {
        nodes.setTags(id, tags);
    }

    @Override
    public void delete(DeviceId id) {
        nodes.delete(id);
    }
}
