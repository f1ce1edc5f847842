// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.provisioning;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// The answer to `register`: what lets the device in at its hub.
///
/// @param connectionString secret; read by `codec.ConnectionStrings`
/// @param connectionStringExpiration when its signature ends; absent for one with a key
/// @param tokenRemainingLifetime of the registration token, as `codec.DotNetDurations` writes it
/// @param signalbox what only a Signalbox hub says
public record HubCredentials(
        String connectionString,
        String iotHubHostName,
        String connectionStringType,
        Optional<Instant> connectionStringExpiration,
        Optional<String> tokenRemainingLifetime,
        Optional<Extension> signalbox) {
    public HubCredentials {
        Objects.requireNonNull(connectionString, "connectionString");
        Objects.requireNonNull(iotHubHostName, "iotHubHostName");
    }

    /// @param time the hub's clock, for a device whose own is wrong
    public record Extension(int mqttPort, int httpsPort, String workspace, Instant time) {}

    /// Without the secret.
    @Override
    public String toString() {
        return "credentials at " + iotHubHostName;
    }
}
