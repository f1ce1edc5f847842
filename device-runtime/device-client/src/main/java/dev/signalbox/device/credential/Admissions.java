// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.credential;

import dev.signalbox.device.clock.HubClock;
import dev.signalbox.device.credential.Registration.Admission;
import dev.signalbox.device.credential.Registration.Grant;
import dev.signalbox.device.provisioning.Calls;
import dev.signalbox.protocol.codec.ConnectionStrings;
import dev.signalbox.protocol.codec.DotNetDurations;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.SasTokens;
import dev.signalbox.protocol.identity.ConnectionString;
import dev.signalbox.protocol.identity.HubAddress;
import dev.signalbox.protocol.provisioning.HubCredentials;
import dev.signalbox.protocol.provisioning.RegistrationGranted;
import dev.signalbox.protocol.report.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Turns what the hub grants into what the device keeps, in the hub's time.
final class Admissions {
    private static final int MQTT_PORT = 8883;

    private final Calls calls;
    private final HubClock clock;

    Admissions(Calls calls, HubClock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /// By the hub's clock.
    Instant now() {
        return clock.instant();
    }

    Grant grant(RegistrationGranted granted) {
        return new Grant(granted.registrationToken(), clock.instant(), granted.expirationTime());
    }

    /// A registration token in place of the one there is.
    Grant refresh(Registration registration, Grant old) {
        return grant(calls.refresh(registration.token().secret(), old.token()));
    }

    /// Registers with the grant there is. The answer says what time it is at the hub, so only then the age of a fresh
    /// grant is known.
    Registration register(Registration registration, Grant grant) {
        boolean fresh = !grant.since().isBefore(clock.instant().minusSeconds(1));
        HubCredentials answer = calls.register(grant.token());
        answer.signalbox().ifPresent(ours -> clock.heard(ours.time()));
        Instant now = clock.instant();
        Instant since = fresh || grant.since().isAfter(now) ? now : grant.since();
        Optional<Instant> until = remaining(answer).map(now::plus).or(grant::until);
        return registration
                .granted(new Grant(grant.token(), since, until))
                .admitted(admission(answer, registration.token().pins().hub(), now));
    }

    private static Admission admission(HubCredentials answer, HubAddress asked, Instant now) {
        try {
            ConnectionString string = ConnectionStrings.read(answer.connectionString());
            String signature = string.signature().orElseThrow();
            Instant until = answer.connectionStringExpiration()
                    .or(() -> SasTokens.expiry(signature))
                    .orElseThrow();
            return new Admission(string.deviceId(), hub(answer, asked), signature, now, until);
        } catch (RuntimeException malformed) {
            throw new ProblemException(
                    new Problem(
                            "credential.answer-malformed",
                            "The hub's credentials cannot be used: " + malformed.getMessage() + ".",
                            "Check that the hub is of a version that fits this device."),
                    malformed);
        }
    }

    /// Another hub than ours says no ports, and has the usual ones.
    private static HubAddress hub(HubCredentials answer, HubAddress asked) {
        return answer.signalbox()
                .map(ours -> new HubAddress(answer.iotHubHostName(), ours.mqttPort(), ours.httpsPort()))
                .orElseGet(() -> new HubAddress(answer.iotHubHostName(), MQTT_PORT, asked.httpsPort()));
    }

    private static Optional<Duration> remaining(HubCredentials answer) {
        try {
            return answer.tokenRemainingLifetime().map(DotNetDurations::read);
        } catch (IllegalArgumentException otherForm) {
            return Optional.empty();
        }
    }
}
