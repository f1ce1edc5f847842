// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.provisioning;

import dev.signalbox.hub.provisioning.Changes.Change;
import dev.signalbox.hub.store.StoredOperation;
import dev.signalbox.hub.store.StoredRegistrationToken;
import dev.signalbox.hub.store.StoredToken;
import dev.signalbox.operator.provisioning.OperationState;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.provisioning.RegistrationGranted;
import dev.signalbox.protocol.trust.Digest;
import java.util.Optional;

/// How an approved device comes to its registration token, inside a transaction.
record Collecting(String workspace, StoredToken token) {
    /// Each time a new one; the one before is void.
    Completion collect(Change change, StoredOperation operation) {
        return switch (operation.state()) {
            case WAITING -> new Completion.Waiting();
            case REJECTED, CANCELLED -> Completion.Closed.CANCELLED;
            case EXPIRED -> Completion.Closed.EXPIRED;
            case APPROVED -> first(change, operation);
            case COLLECTED -> again(change, operation);
        };
    }

    private Completion first(Change change, StoredOperation operation) {
        if (!Closing.isItsDevice(change, operation)) {
            return gone(change, operation);
        }
        change.records().operations().put(operation.moved(OperationState.COLLECTED));
        change.news().operation(operation.id());
        burn(change, operation);
        return grant(change, operation);
    }

    private Completion again(Change change, StoredOperation operation) {
        if (!change.now().isBefore(operation.expires())) {
            return Completion.Closed.EXPIRED;
        }
        return Closing.isItsDevice(change, operation) ? grant(change, operation) : gone(change, operation);
    }

    /// Somebody deleted the device: what was given is void.
    private static Completion gone(Change change, StoredOperation operation) {
        Closing.end(change, operation, OperationState.CANCELLED, "");
        return Completion.Closed.CANCELLED;
    }

    /// A token of single use has done its work, with all that waits by it.
    private void burn(Change change, StoredOperation operation) {
        change.records().tokens().put(token.used(change.now()));
        if (token.singleUse()) {
            change.records().operations().openOf(token.id()).stream()
                    .filter(other -> !other.id().equals(operation.id()))
                    .map(other -> Closing.settled(change, other))
                    .filter(StoredOperation::isOpen)
                    .forEach(other -> Closing.end(change, other, OperationState.CANCELLED, ""));
        }
    }

    private Completion grant(Change change, StoredOperation operation) {
        DeviceId device = operation.subject().given().orElseThrow();
        change.records().registrationTokens().deleteOf(device);
        return new Completion.Granted(make(change, device, token, Optional.empty()));
    }

    /// @param parent what it is refreshed from
    static RegistrationGranted make(Change change, DeviceId device, StoredToken token, Optional<Digest> parent) {
        String secret = TokenSecrets.make(TokenSecrets.REGISTRATION);
        var end = change.now().plus(Lives.REGISTRATION);
        change.records()
                .registrationTokens()
                .put(new StoredRegistrationToken(
                        TokenSecrets.digest(secret),
                        device,
                        token.id(),
                        parent,
                        change.now(),
                        end,
                        end,
                        Optional.empty()));
        return new RegistrationGranted(secret, Optional.of(end));
    }
}
