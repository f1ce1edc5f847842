// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.provisioning;

import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.StoredOperation;
import dev.signalbox.hub.store.StoredToken;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.identity.HubAddress;
import dev.signalbox.protocol.provisioning.HubCredentials;
import dev.signalbox.protocol.provisioning.InitRequest;
import dev.signalbox.protocol.provisioning.OperationStarted;
import dev.signalbox.protocol.provisioning.RegisterRequest;
import dev.signalbox.protocol.provisioning.RegistrationGranted;
import dev.signalbox.protocol.trust.Digest;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What devices may ask that want in: begin, collect, register, refresh. Whoever shows nothing that is known is refused
/// by a reader and never disturbs the committing thread. All times are the hub's.
public final class Provisioning {
    private final Changes changes;
    private final String workspace;
    private final Set<String> hostNames;
    private final InitPace pace = new InitPace();
    private volatile Optional<HubAddress> address = Optional.empty();

    Provisioning(Changes changes, String workspace, Set<String> hostNames) {
        this.changes = changes;
        this.workspace = workspace;
        this.hostNames = Set.copyOf(hostNames);
    }

    /// Says where the hub listens; devices are told.
    public void listensAt(HubAddress at) {
        address = Optional.of(at);
    }

    /// @param secret of a provisioning token
    /// @param from the address of the device
    public OperationStarted init(String secret, InitRequest asked, String from) {
        StoredToken known = open(changes.read(records -> token(records, secret)), changes.now());
        if (!pace.takes(known.id(), changes.now())) {
            throw new ProblemException(ProvisioningProblems.tooOften());
        }
        var asking = new Asking(workspace, named(asked), IdForm.asked(asked.idForm()), from);
        StoredOperation begun = changes.commit(change -> {
            StoredToken token = open(token(change.records(), secret), change.now());
            Gate.check(change.records());
            return asking.begin(change, token);
        });
        return new OperationStarted(begun.id(), begun.code(), begun.expires());
    }

    /// The token may have ended meanwhile; what was begun by it goes on, but not while the workspace is closed.
    public Completion complete(String secret, String operationId) {
        changes.read(records -> {
            StoredOperation known = operation(records, secret, operationId);
            Gate.check(records);
            return known;
        });
        return changes.commit(change -> {
            Gate.check(change.records());
            StoredOperation operation = operation(change.records(), secret, operationId);
            return new Collecting(workspace, token(change.records(), secret))
                    .collect(change, Closing.settled(change, operation));
        });
    }

    /// @param secret of a registration token
    /// @param host the name, without a port, by which the device knows the hub
    public HubCredentials register(String secret, String host, RegisterRequest asked) {
        Digest digest = TokenSecrets.digest(secret);
        if (changes.read(records -> records.registrationTokens().find(digest)).isEmpty()) {
            throw new ProblemException(ProvisioningProblems.registrationRefused());
        }
        if (!hostNames.contains(host.toLowerCase(Locale.ROOT))) {
            throw new ProblemException(ProvisioningProblems.badRequest("the hub has no such name"));
        }
        String type = asked.connectionStringType();
        if (!type.equals(RegisterRequest.SIGNATURE) && !type.equals(RegisterRequest.KEY)) {
            throw new ProblemException(ProvisioningProblems.badRequest("connectionStringType is unknown"));
        }
        return changes.commit(change -> new Credentials(workspace, address).give(change, digest, host, type));
    }

    /// What a refresh brings.
    ///
    /// @param again whether it was asked before, and the answer was lost
    public record Refreshed(RegistrationGranted granted, boolean again) {}

    /// Works on when the provisioning token has ended: revoking one stops new devices, not those that are in.
    public Refreshed refresh(String secret, String registrationToken) {
        changes.read(records -> token(records, secret));
        Refreshing.Refreshed done = changes.commit(change ->
                Refreshing.refresh(change, token(change.records(), secret), TokenSecrets.digest(registrationToken)));
        return new Refreshed(done.granted(), done.again());
    }

    private static Optional<DeviceId> named(InitRequest asked) {
        return asked.deviceId().filter(id -> !id.isEmpty()).map(DeviceId::new);
    }

    private static StoredOperation operation(Records records, String secret, String id) {
        StoredToken token = token(records, secret);
        return records.operations()
                .find(id)
                .filter(operation -> operation.token().equals(token.id()))
                .orElseThrow(() -> new ProblemException(ProvisioningProblems.operationNotKnown()));
    }

    private static StoredToken token(Records records, String secret) {
        return records.tokens()
                .byDigest(TokenSecrets.digest(secret))
                .orElseThrow(() -> new ProblemException(ProvisioningProblems.tokenRefused()));
    }

    private static StoredToken open(StoredToken token, Instant now) {
        if (token.isOpen(now)) {
            return token;
        }
        String why = token.life().revoked().isPresent()
                ? "it was revoked"
                : token.isUsedUp() ? "a device used it, which was all it was for" : "its time is over";
        throw new ProblemException(ProvisioningProblems.tokenEnded(token.name(), why));
    }
}
