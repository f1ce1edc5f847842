// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.client;

import dev.signalbox.device.client.DeviceClientBuilder.Access;
import dev.signalbox.device.client.DeviceClientBuilder.Handlers;
import dev.signalbox.device.clock.HubClock;
import dev.signalbox.device.credential.KeyCredentials;
import dev.signalbox.device.credential.RegisteredCredentials;
import dev.signalbox.device.https.HubHttps;
import dev.signalbox.device.message.ProvisioningOperation;
import dev.signalbox.device.tls.PinnedTls;
import dev.signalbox.protocol.codec.ConnectionStrings;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.ProvisioningTokens;
import dev.signalbox.protocol.identity.ConnectionString;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.identity.HubAddress;
import dev.signalbox.protocol.identity.ProvisioningToken;
import dev.signalbox.protocol.report.Problem;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// How a device comes to be let in: with its connection string, or with a provisioning token and what it was given for
/// that.
///
/// @param trust whom to trust with a connection string
record Entrance(Access access, Optional<SSLContext> trust) {
    /// Waits until the device is let in, if it never was. Throws ProblemException when that will not be.
    DeviceOptions options(Path place, Handlers handlers) throws InterruptedException {
        if (access.connectionString().isPresent()) {
            return byConnectionString(
                    place, ConnectionStrings.read(access.connectionString().get()));
        }
        String token = access.token()
                .orElseThrow(() -> missing(
                        "a provisioning token or a connection string",
                        "provisioningToken(...) or connectionString(...)"));
        return byToken(place, ProvisioningTokens.read(token), handlers);
    }

    private DeviceOptions byConnectionString(Path place, ConnectionString given) {
        var hub = new HubAddress(given.host(), access.mqttPort(), access.httpsPort());
        SSLContext tls = trust.orElseGet(Entrance::javasOwn);
        return new DeviceOptions(new KeyCredentials(given, https(hub, tls)), tls, place);
    }

    private DeviceOptions byToken(Path place, ProvisioningToken token, Handlers handlers) throws InterruptedException {
        SSLContext tls = PinnedTls.toCa(token.pins().ca()).context();
        var asked = new RegisteredCredentials.Asked(token, access.deviceId().map(DeviceId::new));
        var credentials = RegisteredCredentials.open(
                place,
                asked,
                https(token.pins().hub(), tls),
                operation -> handlers.provisioning()
                        .accept(new ProvisioningOperation(
                                operation.provisioningOperationId(),
                                operation.verificationCode(),
                                operation.expirationTime())));
        try {
            credentials.awaitAdmission();
        } catch (RuntimeException | InterruptedException notLetIn) {
            credentials.close();
            throw notLetIn;
        }
        return new DeviceOptions(credentials, tls, place);
    }

    private static HubHttps https(HubAddress hub, SSLContext tls) {
        return new HubHttps(hub, tls, new HubClock());
    }

    private static SSLContext javasOwn() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException none) {
            throw new IllegalStateException("This Java has no TLS", none);
        }
    }

    static ProblemException missing(String what, String how) {
        return new ProblemException(new Problem(
                "device.incomplete", "The device client lacks " + what + ".", "Call " + how + " before start()."));
    }
}
