// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.operator.provisioning.OperationState;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Instant;
import java.util.Optional;

/// A device's asking to be let in, as the store keeps it.
///
/// @param token id of the provisioning token it came with
/// @param code what a person compares
/// @param idForm how the id it is given is made of what it asks for
/// @param from the address it asked from
/// @param expires when it ends unless it goes on
public record StoredOperation(
        String id,
        String token,
        String code,
        Subject subject,
        String idForm,
        OperationState state,
        String from,
        Instant made,
        Instant expires,
        Decision decision) {
    /// Which device it is about.
    ///
    /// @param wanted what it asks for, as it would be called in the registry
    /// @param given what it is called there
    /// @param generation of the device it was given, which tells it from a later one of that id; empty before
    public record Subject(Optional<DeviceId> wanted, Optional<DeviceId> given, String generation) {
        public static Subject wanting(Optional<DeviceId> wanted) {
            return new Subject(wanted, Optional.empty(), "");
        }
    }

    /// @param by empty before
    public record Decision(Optional<Instant> at, String by) {
        public static final Decision NONE = new Decision(Optional.empty(), "");
    }

    /// Whether it goes on.
    public boolean isOpen() {
        return state == OperationState.WAITING || state == OperationState.APPROVED;
    }

    /// Throws IllegalStateException when it cannot go there.
    public StoredOperation moved(OperationState next) {
        return new StoredOperation(id, token, code, subject, idForm, state.moveTo(next), from, made, expires, decision);
    }

    public StoredOperation decided(OperationState next, Decision how) {
        return new StoredOperation(id, token, code, subject, idForm, state.moveTo(next), from, made, expires, how);
    }

    /// @param until when the device must have come for it
    public StoredOperation approved(Subject device, Instant until, Decision how) {
        return new StoredOperation(
                id, token, code, device, idForm, state.moveTo(OperationState.APPROVED), from, made, until, how);
    }
}
