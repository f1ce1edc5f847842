// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.provisioning;

import dev.signalbox.hub.device.Devices;
import dev.signalbox.hub.provisioning.Changes.Change;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.StoredOperation;
import dev.signalbox.hub.store.StoredOperation.Decision;
import dev.signalbox.hub.store.StoredOperation.Subject;
import dev.signalbox.hub.store.StoredToken;
import dev.signalbox.operator.provisioning.OperationState;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import java.util.Optional;
import java.util.UUID;

/// How a device begins to ask, inside a transaction.
///
/// @param named the id it would like
/// @param from the address it asks from
record Asking(String workspace, Optional<DeviceId> named, IdForm form, String from) {
    private static final int MOST_OPEN = 20;
    /// Of those that came to nothing and that no person decided.
    private static final int MOST_ENDED = 100;

    /// The operation, approved at once where the token lets that id in without a person.
    StoredOperation begin(Change change, StoredToken token) {
        checkRoom(change, token);
        Optional<DeviceId> wanted = wanted(token);
        wanted.ifPresent(Devices::checkId);
        var operation = new StoredOperation(
                UUID.randomUUID().toString(),
                token.id(),
                code(change),
                Subject.wanting(wanted),
                form.name(),
                OperationState.WAITING,
                from,
                change.now(),
                change.now().plus(Lives.WAITING),
                Decision.NONE);
        change.records().operations().put(operation);
        change.news().operation(operation.id());
        StoredOperation begun = wanted.filter(id -> isApproved(change.records(), token, id))
                .map(id -> admit(change, token, operation, id))
                .orElse(operation);
        forgetEnded(change, token);
        return begun;
    }

    /// A device that asks again and again, and never comes for what it is given, leaves no more than these.
    private static void forgetEnded(Change change, StoredToken token) {
        change.records()
                .operations()
                .forgetEnded(token.id(), by(token), MOST_ENDED)
                .forEach(change.news()::operation);
    }

    private StoredOperation admit(Change change, StoredToken token, StoredOperation operation, DeviceId id) {
        String by = by(token);
        change.news()
                .decided("Device " + id + ", which asked from " + from + ", was let in by " + by
                        + ", where it was approved beforehand");
        form.names(id, workspace).forEach(name -> change.records().tokens().use(token.id(), name, change.now()));
        return new Admission(id, token.tags(), true, by).admit(change, operation);
    }

    private static void checkRoom(Change change, StoredToken token) {
        long open = change.records().operations().openOf(token.id()).stream()
                .map(operation -> Closing.settled(change, operation))
                .filter(StoredOperation::isOpen)
                .count();
        if (open >= MOST_OPEN) {
            throw new ProblemException(ProvisioningProblems.tooManyOpen(MOST_OPEN));
        }
    }

    private Optional<DeviceId> wanted(StoredToken token) {
        Optional<DeviceId> asked = named.map(id -> form.of(id, workspace));
        Optional<DeviceId> only = token.device().map(id -> form.of(id, workspace));
        if (only.isPresent() && asked.isPresent() && !asked.equals(only)) {
            throw new ProblemException(ProvisioningProblems.otherId(only.get()));
        }
        return only.or(() -> asked);
    }

    /// A device of that id that is there already is only replaced if the token says so. One that this token let in, and
    /// that came for nothing yet, has lost the answer: it is let in again, and what it was given before is void.
    private boolean isApproved(Records records, StoredToken token, DeviceId id) {
        boolean again = records.operations().of(id).stream()
                .anyMatch(other -> other.state() == OperationState.APPROVED
                        && other.token().equals(token.id())
                        && other.decision().by().equals(by(token)));
        boolean listed =
                form.names(id, workspace).stream().anyMatch(records.tokens().preApproved(token.id())::contains);
        return again
                || (listed && (token.replaces() || records.devices().find(id).isEmpty()));
    }

    private static String by(StoredToken token) {
        return "token " + token.name();
    }

    private static String code(Change change) {
        String code = VerificationCodes.make();
        while (change.records().operations().showsCode(code)) {
            code = VerificationCodes.make();
        }
        return code;
    }
}
