// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.provisioning;

import dev.signalbox.hub.device.Devices;
import dev.signalbox.hub.provisioning.Changes.Change;
import dev.signalbox.hub.store.RegistrationRecords;
import dev.signalbox.hub.store.StoredModule;
import dev.signalbox.hub.store.StoredOperation;
import dev.signalbox.hub.store.StoredOperation.Decision;
import dev.signalbox.hub.store.StoredRegistration;
import dev.signalbox.operator.provisioning.OperationState;
import dev.signalbox.protocol.identity.DeviceId;
import java.util.Optional;

/// How operations end, inside a transaction.
final class Closing {
    private Closing() {}

    /// The operation as it stands now: one whose time is over has expired.
    static StoredOperation settled(Change change, StoredOperation operation) {
        boolean over = operation.isOpen() && !change.now().isBefore(operation.expires());
        return over ? end(change, operation, OperationState.EXPIRED, "") : operation;
    }

    /// Ends one that did not give anything away.
    static StoredOperation end(Change change, StoredOperation operation, OperationState state, String by) {
        String decider = by.isEmpty() ? operation.decision().by() : by;
        StoredOperation ended = operation.decided(state, new Decision(Optional.of(change.now()), decider));
        change.records().operations().put(ended);
        change.news().operation(ended.id());
        return ended;
    }

    /// Takes back what an operation gave: the registration tokens end, and with new keys so do the signatures that were
    /// made with the old ones. A later device of that id keeps its own.
    static StoredOperation takeBack(Change change, StoredOperation operation, String by) {
        operation.subject().given().filter(_ -> isItsDevice(change, operation)).ifPresent(id -> {
            change.records().registrationTokens().deleteOf(id);
            renewKeys(change, id);
        });
        return end(change, operation, OperationState.CANCELLED, by);
    }

    /// Whether the device that it made, or replaced, is still the one in the registry.
    static boolean isItsDevice(Change change, StoredOperation operation) {
        return operation
                .subject()
                .given()
                .flatMap(id -> change.records().registrations().find(id))
                .filter(found -> found.generation().equals(operation.subject().generation()))
                .isPresent();
    }

    /// Whoever signs in with the present keys is shut out, as the device or as one of its modules.
    static void renewKeys(Change change, DeviceId id) {
        change.records().devices().setKeys(id, Devices.key(), Devices.key());
        RegistrationRecords registrations = change.records().registrations();
        registrations.find(id).ifPresent(has -> registrations.put(id, withKeys(has)));
        for (StoredModule module : registrations.modules(id).values()) {
            registrations.putModule(
                    id,
                    new StoredModule(
                            module.id(),
                            Devices.key(),
                            Devices.key(),
                            module.managedBy(),
                            withKeys(module.registration())));
        }
        change.news().shutOut(id);
        change.news().changed(id);
    }

    private static StoredRegistration withKeys(StoredRegistration has) {
        return new StoredRegistration(
                has.generation(),
                StoredRegistration.freshEtag(),
                has.enabled(),
                has.statusReason(),
                has.statusChangedAt(),
                StoredRegistration.Proof.SAS,
                has.edge());
    }
}
