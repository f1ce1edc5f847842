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
import dev.signalbox.protocol.release.Switches;
import dev.signalbox.protocol.topic.Reserved;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Who is to run what of the release that is his due. An order changes with a node's tags in the same transaction. With
/// a new
/// release those of the first nodes change in its transaction; the others follow, some at a time: `OrderRounds`.
public final class Orders {
    private static final int READ_AT_ONCE = 500;
    private static final int CHANGED_AT_ONCE = 100;

    private final RegistryStore store;
    private final Twins twins;

    public Orders(RegistryStore store, Twins twins) {
        this.store = store;
        this.twins = twins;
    }

    /// Makes a device known and orders it what its name and tags ask for.
    public StoredDevice add(NewDevice asked) {
        return store.commit(records -> {
            StoredDevice device = Devices.add(records, asked);
            renew(records, device);
            return device;
        });
    }

    /// What a device is newly ordered after a change of it, inside a transaction; publish the change once that is
    /// committed.
    public static Optional<DesiredChange> renew(Records records, StoredDevice device) {
        return resolve(records, Due.of(records), device);
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

    /// What is switched off on a node that is to run these steps: its own switches, and of the
    /// disabled flows those that concern it.
    public static Switches switches(Records records, DeviceId id, List<StepAddress> steps) {
        NavigableSet<String> flowsOff = records.workspace().flowsOff();
        return records.devices()
                .switches(id)
                .withFlows(steps.stream()
                        .map(StepAddress::flow)
                        .filter(flowsOff::contains)
                        .toList());
    }

    /// Brings the orders of some devices up to date, by id, from those after one on. Those that are as they should be
    /// are only read.
    ///
    /// @param after a device id, or empty for the first ones
    /// @return up to which it came; empty after the last
    Optional<String> renewSome(String after) {
        Some some = store.read(records -> look(records, Due.of(records), after));
        for (int from = 0; from < some.outdated().size(); from += CHANGED_AT_ONCE) {
            int to = Math.min(from + CHANGED_AT_ONCE, some.outdated().size());
            renew(some.outdated().subList(from, to));
        }
        return some.last();
    }

    private static Some look(Records records, Due due, String after) {
        List<StoredDevice> devices = records.devices().after(after, READ_AT_ONCE);
        List<DeviceId> outdated = devices.stream()
                .filter(device -> newOrder(records, due, device).isPresent())
                .map(StoredDevice::id)
                .toList();
        return devices.isEmpty()
                ? Some.NONE
                : new Some(outdated, Optional.of(devices.getLast().id().value()));
    }

    /// What the first devices are newly ordered, inside the transaction of a release: a small fleet has its orders with
    /// it. Hand it to `publish` once that is committed.
    static First renewFirst(Records records) {
        List<StoredDevice> devices = records.devices().after("", CHANGED_AT_ONCE);
        return new First(
                renew(records, devices.stream()),
                Optional.of(devices)
                        .filter(all -> all.size() == CHANGED_AT_ONCE)
                        .map(some -> some.getLast().id().value()));
    }

    void publish(First first) {
        twins.publish(first.changes());
    }

    /// @param last the last one that was looked at; empty if no others are left
    record First(List<DesiredChange> changes, Optional<String> last) {}

    /// Brings the orders of these devices up to date.
    public void renew(List<DeviceId> outdated) {
        renewAfter(_ -> outdated);
    }

    /// Brings the orders of some devices up to date in the transaction of a change that concerns them.
    ///
    /// @param change makes it, and answers whom it concerns
    public void renewAfter(Function<Records, List<DeviceId>> change) {
        store.commit(
                records -> renew(
                        records, change.apply(records).stream().flatMap(id -> records.devices().find(id).stream())),
                twins::publish);
    }

    private static List<DesiredChange> renew(Records records, Stream<StoredDevice> devices) {
        Due due = Due.of(records);
        return devices.flatMap(device -> resolve(records, due, device).stream()).toList();
    }

    /// @param last the last one that was looked at
    private record Some(List<DeviceId> outdated, Optional<String> last) {
        static final Some NONE = new Some(List.of(), Optional.empty());
    }

    private static Optional<DesiredChange> resolve(Records records, Due due, StoredDevice device) {
        return newOrder(records, due, device).map(order -> Twins.order(records, device.id(), order));
    }

    /// Empty if it has the order it should have, or none is its due.
    private static Optional<ReleaseOrder> newOrder(Records records, Due due, StoredDevice device) {
        return due.of(records, device.id()).flatMap(release -> newOrder(records, release, device));
    }

    /// A release that is on its way has something for it.
    private static boolean isToBeNode(Records records, DeviceId device) {
        return records.rollouts()
                .open()
                .flatMap(open -> records.rollouts().outcome(open.release(), device))
                .isPresent();
    }

    private static Optional<ReleaseOrder> newOrder(Records records, TakenRelease release, StoredDevice device) {
        Optional<ReleaseOrder> before = records.twins().find(device.id()).flatMap(Orders::of);
        List<StepAddress> steps = release.stepsOf(device);
        boolean isNode = before.isPresent()
                || !steps.isEmpty()
                || !device.tags().isEmpty()
                || records.devices().report(device.id()).isPresent()
                || isToBeNode(records, device.id());
        var order = new ReleaseOrder(
                release.manifest().number(),
                release.digest(),
                steps,
                Optional.of(switches(records, device.id(), steps)));
        return isNode && before.filter(order::equals).isEmpty() ? Optional.of(order) : Optional.empty();
    }
}
