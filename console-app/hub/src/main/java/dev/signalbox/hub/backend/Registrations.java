// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.backend;

import dev.signalbox.hub.device.Devices;
import dev.signalbox.hub.device.Presence;
import dev.signalbox.hub.release.Orders;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredDevice;
import dev.signalbox.hub.store.StoredRegistration;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/// The identity registry as back ends use it: documents, etags, keys made where none are given.
public final class Registrations {
    private final RegistryStore store;
    private final Presence presence;
    private final Clock clock;
    private volatile Consumer<DeviceId> whenChanged = _ -> {};
    private volatile Consumer<DeviceId> whenShutOut = _ -> {};

    /// How many devices there are.
    public record Count(long all, long disabled, long connected) {}

    public Registrations(RegistryStore store, Presence presence, Clock clock) {
        this.store = store;
        this.presence = presence;
        this.clock = clock;
    }

    /// Says what else is to be done when a device came or changed, and when one may no longer be connected.
    public void watch(Consumer<DeviceId> changed, Consumer<DeviceId> shutOut) {
        whenChanged = changed;
        whenShutOut = shutOut;
    }

    public ObjectNode get(DeviceId id) {
        return store.read(records -> document(records, id));
    }

    public boolean has(DeviceId id) {
        return store.read(records -> records.devices().find(id)).isPresent();
    }

    /// By id.
    public List<ObjectNode> list(int most) {
        return store.read(records -> records.devices().after("", most).stream()
                .map(device -> document(records, device))
                .toList());
    }

    public Count count() {
        return store.read(records ->
                new Count(records.devices().count(), records.registrations().disabled(), presence.devices()));
    }

    public ObjectNode create(DeviceId id, AskedIdentity asked) {
        return create(id, asked, Map.of());
    }

    /// @param tags texts of the first level
    public ObjectNode create(DeviceId id, AskedIdentity asked, Map<String, String> tags) {
        ObjectNode created = store.commit(records -> {
            create(records, id, asked);
            Devices.setTags(records, id, tags);
            Orders.renew(records, records.devices().find(id).orElseThrow());
            return document(records, id);
        });
        whenChanged.accept(id);
        return created;
    }

    /// @param etag of the identity this change was made from; `*` for any
    public ObjectNode update(DeviceId id, AskedIdentity asked, String etag) {
        var shutOut = new AtomicBoolean();
        ObjectNode changed = store.commit(records -> {
            shutOut.set(update(records, id, asked, etag));
            return document(records, id);
        });
        (shutOut.get() ? whenShutOut : whenChanged).accept(id);
        return changed;
    }

    /// @param etag of the identity that is meant; `*` for any
    public void delete(DeviceId id, String etag) {
        store.commit(records -> {
            delete(records, id, etag);
            return id;
        });
        whenShutOut.accept(id);
    }

    private static void create(Records records, DeviceId id, AskedIdentity asked) {
        var device = new StoredDevice(
                id,
                asked.primaryKey().orElseGet(Devices::key),
                asked.secondaryKey().orElseGet(Devices::key),
                Map.of(),
                Optional.empty());
        Devices.add(records, device);
        StoredRegistration fresh = registration(records, id);
        records.registrations()
                .put(
                        id,
                        new StoredRegistration(
                                fresh.generation(),
                                fresh.etag(),
                                asked.enabled(),
                                asked.statusReason(),
                                Optional.empty(),
                                asked.proof(),
                                asked.edge()));
    }

    /// Whether one may be connected now who could not sign in any more.
    private boolean update(Records records, DeviceId id, AskedIdentity asked, String etag) {
        StoredRegistration before = matching(records, id, etag);
        StoredDevice device = records.devices().find(id).orElseThrow();
        boolean turned = before.enabled() != asked.enabled();
        String primary = asked.primaryKey().orElseGet(() -> keep(device.primaryKey()));
        String secondary = asked.secondaryKey().orElseGet(() -> keep(device.secondaryKey()));
        records.devices().setKeys(id, primary, secondary);
        if (!primary.equals(device.primaryKey()) && !secondary.equals(device.secondaryKey())) {
            // else a registration that somebody copied would get it the new keys
            records.registrationTokens().deleteOf(id);
        }
        records.registrations()
                .put(
                        id,
                        new StoredRegistration(
                                before.generation(),
                                StoredRegistration.freshEtag(),
                                asked.enabled(),
                                asked.statusReason(),
                                turned ? Optional.of(clock.instant()) : before.statusChangedAt(),
                                asked.proof(),
                                asked.edge()));
        return !asked.enabled()
                || !primary.equals(device.primaryKey())
                || !secondary.equals(device.secondaryKey())
                || !asked.proof().equals(before.proof());
    }

    private static void delete(Records records, DeviceId id, String etag) {
        matching(records, id, etag);
        Devices.delete(records, id);
    }

    /// An identity that had no keys, because it used certificates, gets them when it turns to them.
    private static String keep(String key) {
        return key.isEmpty() ? Devices.key() : key;
    }

    private static StoredRegistration matching(Records records, DeviceId id, String etag) {
        StoredRegistration has = registration(records, id);
        if (!etag.equals("*") && !etag.equals(has.etag())) {
            throw new ProblemException(BackendProblems.changedMeanwhile("Device " + id));
        }
        return has;
    }

    private static StoredRegistration registration(Records records, DeviceId id) {
        return records.registrations()
                .find(id)
                .orElseThrow(() -> new ProblemException(BackendProblems.deviceNotKnown(id)));
    }

    private ObjectNode document(Records records, DeviceId id) {
        return document(
                records,
                records.devices().find(id).orElseThrow(() -> new ProblemException(BackendProblems.deviceNotKnown(id))));
    }

    private ObjectNode document(Records records, StoredDevice device) {
        return IdentityDocument.of(device, registration(records, device.id()), presence.isHere(device.id()));
    }
}
