// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.release;

import dev.signalbox.hub.device.Devices;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredDevice;
import dev.signalbox.hub.store.StoredTwin;
import dev.signalbox.hub.twin.DesiredChange;
import dev.signalbox.hub.twin.Twins;
import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.ReleaseOrder;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.topic.Reserved;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who is to run what of the newest release. An order changes with a release and with a node's tags, in the same
/// transaction as these, so no crash comes between.
public final class Orders {
    private final RegistryStore store;
    private final Twins twins;

    public Orders(RegistryStore store, Twins twins) {
        this.store = store;
        this.twins = twins;
    }

    /// Resolves everything anew. For the hub's start, in case a newer program resolves differently.
    public void resolveAll() {
        store.commit(Orders::resolveAll, twins::publish);
    }

    /// Makes a device known and orders it what its name and tags ask for.
    public StoredDevice add(NewDevice asked) {
        return store.commit(records -> {
            StoredDevice device = Devices.add(records, asked);
            Newest.of(records).ifPresent(newest -> resolve(records, newest, device));
            return device;
        });
    }

    /// What a device is newly ordered after a change of it, inside a transaction; publish the change once that is
    /// committed.
    public static Optional<DesiredChange> renew(Records records, StoredDevice device) {
        return Newest.of(records).flatMap(newest -> resolve(records, newest, device));
    }

    /// Replaces a device's tags and orders it what they ask for.
    public void setTags(DeviceId id, Map<String, String> tags) {
        store.commit(
                records -> {
                    Devices.setTags(records, id, tags);
                    StoredDevice device = records.devices().find(id).orElseThrow();
                    return renew(records, device).map(List::of).orElse(List.of());
                },
                twins::publish);
    }

    /// What the twin says the node is to run.
    public static Optional<ReleaseOrder> of(StoredTwin twin) {
        return Optional.ofNullable(twin.desired().get(Reserved.TWIN_PROPERTY.wireName()))
                .map(order -> Json.read(Json.write(order), ReleaseOrder.class));
    }

    void publish(List<DesiredChange> changes) {
        twins.publish(changes);
    }

    static List<DesiredChange> resolveAll(Records records) {
        List<DesiredChange> changes = new ArrayList<>();
        Newest.of(records)
                .ifPresent(newest -> records.devices()
                        .all()
                        .forEach(device -> resolve(records, newest, device).ifPresent(changes::add)));
        return changes;
    }

    private static Optional<DesiredChange> resolve(Records records, Newest newest, StoredDevice device) {
        Optional<ReleaseOrder> before = records.twins().find(device.id()).flatMap(Orders::of);
        List<StepAddress> steps = newest.stepsOf(device);
        boolean isNode = before.isPresent()
                || !steps.isEmpty()
                || !device.tags().isEmpty()
                || records.devices().report(device.id()).isPresent();
        var order = new ReleaseOrder(newest.manifest().number(), newest.digest(), steps);
        if (!isNode || before.filter(order::equals).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(Twins.order(records, device.id(), order));
    }
}
