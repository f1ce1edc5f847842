// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import dev.signalbox.hub.backend.BackendTwins;
import dev.signalbox.hub.backend.Bulk;
import dev.signalbox.hub.backend.IdentityReader;
import dev.signalbox.hub.backend.Modules;
import dev.signalbox.hub.backend.Registrations;
import dev.signalbox.hub.backend.TwinEdit;
import dev.signalbox.hub.device.Devices;
import dev.signalbox.hub.device.Presence;
import dev.signalbox.hub.release.Orders;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.twin.Twins;
import dev.signalbox.operator.node.NewDevice;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Changes twins in every way there is, at random. Some changes are refused.
final class RandomWrites {
    private final Chance chance;
    private final RegistryStore store;
    private final Registrations registrations;
    private final Modules modules;
    private final BackendTwins backEnd;
    private final Twins twins;

    RandomWrites(Chance chance, RegistryStore store) {
        var presence = new Presence();
        this.chance = chance;
        this.store = store;
        this.registrations = new Registrations(store, presence, Clock.systemUTC());
        this.modules = new Modules(store, _ -> {});
        this.twins = new Twins(store);
        this.backEnd = new BackendTwins(store, twins, presence);
    }

    /// Returns whether it was not refused.
    boolean write() {
        try {
            write(device());
            return true;
        } catch (ProblemException | CompletionException refused) {
            return false;
        }
    }

    private void write(DeviceId id) {
        switch (chance.random.nextInt(14)) {
            case 0 -> registrations.create(id, IdentityReader.read(identity()));
            case 1 -> registrations.update(id, IdentityReader.read(identity()), "*");
            case 2 -> removeAtTimes(id);
            case 3, 4 -> backEnd.edit(client(id), TwinEdit.read(twin(), chance.in(2)), "*");
            case 5, 6 ->
                twins.report(client(id), chance.object(1), OptionalLong.empty()).join();
            case 7 -> new Orders(store, twins).setTags(id, Map.of(chance.text() + "t", chance.text()));
            case 8 -> new Orders(store, twins).add(new NewDevice(id, Map.of("a", chance.text())));
            case 9 -> module(id, "module-" + chance.random.nextInt(2));
            case 10 -> comeOrGo(client(id));
            case 11 -> new Bulk(registrations, backEnd).run(many());
            case 12 -> store.commit(records -> Twins.order(records, id, Map.of("release", chance.text())));
            default -> severalAtOnce(id);
        }
    }

    private void removeAtTimes(DeviceId id) {
        if (chance.in(2)) {
            registrations.delete(id, "*");
        }
    }

    private void module(DeviceId id, String module) {
        switch (chance.random.nextInt(4)) {
            case 0 -> modules.update(id, module, IdentityReader.read(identity()), "*");
            case 1 -> modules.delete(id, module, "*");
            default -> modules.create(id, module, IdentityReader.read(identity()));
        }
    }

    private void comeOrGo(ClientId id) {
        store.commit(records -> {
            records.devices().setLastSeen(id.device(), Instant.ofEpochMilli(chance.random.nextInt(1_000_000)));
            records.queries().setConnected(id, chance.in(2));
            return id;
        });
    }

    /// In one transaction, which may be undone.
    private void severalAtOnce(DeviceId id) {
        boolean undone = chance.in(2);
        store.commit(records -> {
            Devices.delete(records, id);
            if (chance.in(2)) {
                Devices.add(records, new NewDevice(id, Map.of("b", chance.text())));
                records.twins().putTags(ClientId.of(id), chance.object(1));
            }
            if (undone) {
                throw new ProblemException(new Problem("test.undone", "It is undone.", "Nothing."));
            }
            return id;
        });
    }

    private ArrayNode many() {
        ArrayNode many = Json.mapper().createArrayNode();
        for (int i = chance.random.nextInt(4); i >= 0; i--) {
            String mode = chance.oneOf(List.of("create", "update", "createOrUpdate", "updateTwin", "delete"));
            ObjectNode one = identity().put("id", device().value()).put("importMode", mode);
            one.setAll(twin());
            many.add(one);
        }
        return many;
    }

    private ObjectNode identity() {
        ObjectNode identity = Json.mapper().createObjectNode().put("status", chance.in(2) ? "enabled" : "disabled");
        identity.put("statusReason", chance.in(2) ? "since " + chance.random.nextInt(9) : "");
        identity.putObject("capabilities").put("iotEdge", chance.in(2));
        return identity;
    }

    private ObjectNode twin() {
        ObjectNode twin = Json.mapper().createObjectNode();
        if (chance.in(2)) {
            twin.set("tags", chance.object(1));
        }
        if (chance.in(2)) {
            twin.putObject("properties").set("desired", chance.object(1));
        }
        return twin;
    }

    private DeviceId device() {
        return new DeviceId("device-" + chance.random.nextInt(8));
    }

    private ClientId client(DeviceId id) {
        return new ClientId(id, chance.in(3) ? Optional.of("module-" + chance.random.nextInt(2)) : Optional.empty());
    }
}
