// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.node;

import dev.signalbox.hub.device.Presence;
import dev.signalbox.hub.release.Orders;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredDevice;
import dev.signalbox.hub.store.StoredRegistration;
import dev.signalbox.operator.node.NodeView;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.ReleaseOrder;
import dev.signalbox.protocol.release.StepAddress;
import java.util.List;
import java.util.Optional;

/// Nodes as operators see them: what the registry, the twin, the node's own report and the connection say, in one view.
public final class Nodes {
    private final RegistryStore store;
    private final Presence presence;

    public Nodes(RegistryStore store, Presence presence) {
        this.store = store;
        this.presence = presence;
    }

    /// Some, by id, from those after one on.
    ///
    /// @param after a device id, or empty for the first ones
    public List<NodeView> list(String after, int most) {
        return store.read(records -> records.devices().after(after, most).stream()
                .map(device -> view(records, device))
                .toList());
    }

    public Optional<NodeView> find(DeviceId id) {
        return store.read(records -> records.devices().find(id).map(device -> view(records, device)));
    }

    private NodeView view(Records records, StoredDevice device) {
        Optional<ReleaseOrder> order = records.twins().find(device.id()).flatMap(Orders::of);
        List<StepAddress> steps = order.map(ReleaseOrder::steps).orElse(List.of());
        return new NodeView(
                device.id(),
                presence.isHere(device.id()),
                device.lastSeen(),
                device.tags(),
                order.map(ReleaseOrder::release).orElse(0L),
                steps,
                records.devices().report(device.id()),
                records.registrations().find(device.id()).stream().allMatch(StoredRegistration::enabled),
                Orders.switches(records, device.id(), steps));
    }
}
