// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.provisioning;

import dev.signalbox.hub.provisioning.Changes.Change;
import dev.signalbox.hub.store.StoredDevice;
import dev.signalbox.hub.store.StoredRegistration;
import dev.signalbox.hub.store.StoredRegistrationToken;
import dev.signalbox.protocol.codec.ConnectionStrings;
import dev.signalbox.protocol.codec.DotNetDurations;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.SasTokens;
import dev.signalbox.protocol.identity.ConnectionString;
import dev.signalbox.protocol.identity.HubAddress;
import dev.signalbox.protocol.provisioning.HubCredentials;
import dev.signalbox.protocol.provisioning.RegisterRequest;
import dev.signalbox.protocol.trust.Digest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// What lets a registered device in at the MQTT door, inside a transaction: a signature made with its own key, so that
/// the door checks it as any other.
///
/// @param workspace its name
/// @param at where the hub listens, once that is known
record Credentials(String workspace, Optional<HubAddress> at) {
    /// @param host the name by which the device knows the hub
    HubCredentials give(Change change, Digest digest, String host, String type) {
        StoredRegistrationToken token = good(change, digest);
        StoredDevice device = unlocked(change, token);
        Refreshing.use(change, token);
        Instant until = change.now().plus(Lives.SIGNATURE).truncatedTo(ChronoUnit.SECONDS);
        boolean signed = type.equals(RegisterRequest.SIGNATURE);
        return new HubCredentials(
                ConnectionStrings.write(signed ? signed(host, device, until) : keyed(host, device)),
                host,
                type,
                Optional.of(until).filter(_ -> signed),
                Optional.of(DotNetDurations.write(
                        Duration.between(change.now(), token.ends()).truncatedTo(ChronoUnit.SECONDS))),
                at.map(address -> new HubCredentials.Extension(
                        address.mqttPort(), address.httpsPort(), workspace, change.now())));
    }

    private static ConnectionString signed(String host, StoredDevice device, Instant until) {
        String signature = SasTokens.make(host + "/devices/" + device.id(), device.primaryKey(), until);
        return new ConnectionString(host, device.id(), "", Optional.of(signature));
    }

    private static ConnectionString keyed(String host, StoredDevice device) {
        return new ConnectionString(host, device.id(), device.primaryKey());
    }

    private static StoredRegistrationToken good(Change change, Digest digest) {
        StoredRegistrationToken token = change.records()
                .registrationTokens()
                .find(digest)
                .orElseThrow(() -> new ProblemException(ProvisioningProblems.registrationRefused()));
        if (token.isGood(change.now())) {
            return token;
        }
        boolean replaced = change.records()
                .registrationTokens()
                .childOf(digest)
                .flatMap(StoredRegistrationToken::used)
                .isPresent();
        throw new ProblemException(
                replaced
                        ? ProvisioningProblems.registrationReplaced(token.device())
                        : ProvisioningProblems.registrationRefused());
    }

    private static StoredDevice unlocked(Change change, StoredRegistrationToken token) {
        StoredDevice device = change.records().devices().find(token.device()).orElseThrow();
        StoredRegistration registration =
                change.records().registrations().find(token.device()).orElseThrow();
        if (!registration.enabled()) {
            throw new ProblemException(ProvisioningProblems.locked(device.id(), "it is disabled"));
        }
        if (!registration.proof().type().equals(StoredRegistration.Proof.SAS.type())
                || device.primaryKey().isEmpty()) {
            throw new ProblemException(ProvisioningProblems.locked(device.id(), "it is to show a certificate"));
        }
        return device;
    }
}
