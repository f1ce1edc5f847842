// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.node;

import dev.signalbox.hub.device.Devices;
import dev.signalbox.hub.release.Orders;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredDevice;
import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.ConnectionStrings;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.ConnectionString;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// What operators do with nodes.
public final class Fleet {
    private final RegistryStore store;
    private final Nodes nodes;
    private final Orders orders;
    private final String host;
    private volatile Consumer<DeviceId> whenDeleted = _ -> {};

    /// @param host the hub's name in connection strings
    public Fleet(RegistryStore store, Nodes nodes, Orders orders, String host) {
        this.store = store;
        this.nodes = nodes;
        this.orders = orders;
        this.host = host;
    }

    /// Says what else is to be done once a device is deleted.
    public void whenDeleted(Consumer<DeviceId> then) {
        whenDeleted = then;
    }

    /// Up to `Paths.NODES_AT_ONCE`, by id, from those after one on.
    ///
    /// @param after a device id, or empty for the first ones
    public List<NodeView> list(String after) {
        return nodes.list(after, Paths.NODES_AT_ONCE);
    }

    public NodeView get(DeviceId id) {
        return nodes.find(id)
                .orElseThrow(() -> new ProblemException(new Problem(
                        "node.not-known",
                        "The hub does not know a node called " + id + ".",
                        "Add it, or check its name.")));
    }

    public DeviceKeys add(NewDevice asked) {
        return keys(orders.add(asked));
    }

    public DeviceKeys keys(DeviceId id) {
        return keys(new Devices(store).get(id));
    }

    public NodeView setTags(DeviceId id, Map<String, String> tags) {
        orders.setTags(id, tags);
        return get(id);
    }

    public void delete(DeviceId id) {
        store.commit(records -> {
            Devices.delete(records, id);
            return id;
        });
        whenDeleted.accept(id);
    }

    private DeviceKeys keys(StoredDevice device) {
        var primary = new ConnectionString(host, device.id(), device.primaryKey());
        return new DeviceKeys(
                device.id(), device.primaryKey(), device.secondaryKey(), ConnectionStrings.write(primary));
    }
}
