// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.backend;

import dev.signalbox.hub.device.Devices;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredModule;
import dev.signalbox.hub.store.StoredRegistration;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/// The modules of devices as back ends use them.
public final class Modules {
    private static final int MOST = 50;

    private final RegistryStore store;
    private final Consumer<ClientId> whenShutOut;

    /// @param whenShutOut what else is to be done then
    public Modules(RegistryStore store, Consumer<ClientId> whenShutOut) {
        this.store = store;
        this.whenShutOut = whenShutOut;
    }

    /// By id.
    public List<ObjectNode> list(DeviceId device) {
        return store.read(records -> {
            needDevice(records, device);
            return records.registrations().modules(device).values().stream()
                    .map(module -> IdentityDocument.of(device, module, false))
                    .toList();
        });
    }

    public ObjectNode get(DeviceId device, String id) {
        return store.read(records -> IdentityDocument.of(device, need(records, device, id), false));
    }

    public ObjectNode create(DeviceId device, String id, AskedIdentity asked) {
        return store.commit(records -> {
            needDevice(records, device);
            var modules = records.registrations().modules(device);
            if (modules.containsKey(id)) {
                throw new ProblemException(BackendProblems.moduleExists(device, id));
            }
            if (modules.size() >= MOST) {
                throw new ProblemException(BackendProblems.tooManyModules(device));
            }
            return put(records, device, module(id, asked, Optional.empty()));
        });
    }

    /// @param etag of the module this change was made from; `*` for any
    public ObjectNode update(DeviceId device, String id, AskedIdentity asked, String etag) {
        ObjectNode changed = store.commit(records -> {
            StoredModule before = matching(records, device, id, etag);
            return put(records, device, module(id, asked, Optional.of(before)));
        });
        whenShutOut.accept(new ClientId(device, Optional.of(id)));
        return changed;
    }

    /// @param etag of the module that is meant; `*` for any
    public void delete(DeviceId device, String id, String etag) {
        store.commit(records -> {
            matching(records, device, id, etag);
            records.registrations().deleteModule(device, id);
            records.sessions().clear(new ClientId(device, Optional.of(id)));
            return id;
        });
        whenShutOut.accept(new ClientId(device, Optional.of(id)));
    }

    private static ObjectNode put(Records records, DeviceId device, StoredModule module) {
        records.registrations().putModule(device, module);
        return IdentityDocument.of(device, module, false);
    }

    private static StoredModule module(String id, AskedIdentity asked, Optional<StoredModule> before) {
        StoredRegistration of = before.map(StoredModule::registration).orElseGet(StoredRegistration::fresh);
        var registration = new StoredRegistration(
                of.generation(), StoredRegistration.freshEtag(), true, "", of.statusChangedAt(), asked.proof(), false);
        return new StoredModule(
                id,
                asked.primaryKey()
                        .or(() -> before.map(StoredModule::primaryKey))
                        .orElseGet(Devices::key),
                asked.secondaryKey()
                        .or(() -> before.map(StoredModule::secondaryKey))
                        .orElseGet(Devices::key),
                asked.managedBy(),
                registration);
    }

    private static StoredModule matching(Records records, DeviceId device, String id, String etag) {
        StoredModule has = need(records, device, id);
        if (!etag.equals("*") && !etag.equals(has.registration().etag())) {
            throw new ProblemException(BackendProblems.changedMeanwhile("Module " + id));
        }
        return has;
    }

    private static StoredModule need(Records records, DeviceId device, String id) {
        needDevice(records, device);
        return records.registrations()
                .module(device, id)
                .orElseThrow(() -> new ProblemException(BackendProblems.moduleNotKnown(device, id)));
    }

    private static void needDevice(Records records, DeviceId device) {
        if (records.devices().find(device).isEmpty()) {
            throw new ProblemException(BackendProblems.deviceNotKnown(device));
        }
    }
}
