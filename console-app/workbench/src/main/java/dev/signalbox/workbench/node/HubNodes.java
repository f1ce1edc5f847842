// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.node;

import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.ConnectionStrings;
import dev.signalbox.protocol.codec.KeyTokens;
import dev.signalbox.protocol.identity.ConnectionString;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.identity.KeyToken;
import dev.signalbox.protocol.identity.Pins;
import dev.signalbox.workbench.link.HubLink;
import java.util.List;
import java.util.Map;

/// The nodes as the hub knows them, and the tokens that let new ones in.
public final class HubNodes implements Nodes {
    private final HubLink hub;
    private final Pins pins;

    public HubNodes(HubLink hub, Pins pins) {
        this.hub = hub;
        this.pins = pins;
    }

    @Override
    public List<NodeView> list() {
        return NodeList.of(hub);
    }

    @Override
    public String create(NewDevice device) {
        return token(hub.post(hub.at(Paths.NODES), device, DeviceKeys.class));
    }

    @Override
    public String token(DeviceId id) {
        return token(keys(id));
    }

    @Override
    public String connectionString(DeviceId id) {
        return ConnectionStrings.write(new ConnectionString(pins.hub().host(), id, keys(id).primaryKey()));
    }

    @Override
    public Pins pins() {
        return pins;
    }

    @Override
    public void setTags(DeviceId id, Map<String, String> tags) {
        hub.put(hub.at(Paths.NODES, id.value(), "tags"), tags);
    }

    @Override
    public void delete(DeviceId id) {
        hub.delete(hub.at(Paths.NODES, id.value()));
    }

    private DeviceKeys keys(DeviceId id) {
        return hub.get(hub.at(Paths.NODES, id.value(), "keys"), DeviceKeys.class);
    }

    private String token(DeviceKeys keys) {
        return KeyTokens.write(new KeyToken(pins.hub(), pins.ca(), pins.ownerKey(), keys.id(), keys.primaryKey()));
    }
}
