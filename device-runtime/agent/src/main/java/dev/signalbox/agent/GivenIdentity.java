// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent;

import dev.signalbox.agent.identity.Given;
import dev.signalbox.agent.identity.Identity;
import dev.signalbox.protocol.codec.ConnectionStrings;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.ProvisioningTokens;
import dev.signalbox.protocol.identity.ConnectionString;
import dev.signalbox.protocol.identity.HubAddress;
import dev.signalbox.protocol.identity.Pins;
import dev.signalbox.protocol.report.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Who the node is told to be: by a provisioning token, or by a connection string with a trust file.
record GivenIdentity(Arguments arguments) {
    /// Empty when nothing is said, as at every start but the first.
    Optional<Given> read() {
        return arguments
                .text("--connection-string")
                .map(ConnectionStrings::read)
                .map(this::withTrust)
                .<Given>map(Given.Known::new)
                .or(() -> token().map(ProvisioningTokens::read).map(Given.Asking::new));
    }

    private Optional<String> token() {
        return arguments
                .text("--token")
                .or(() -> arguments.path("--token-file").map(GivenIdentity::content))
                .or(() -> Optional.ofNullable(System.getenv("SIGNALBOX_TOKEN")));
    }

    private Identity withTrust(ConnectionString string) {
        Path trust = arguments
                .path("--trust")
                .orElseThrow(() -> new ProblemException(new Problem(
                        "identity.no-trust",
                        "A connection string does not say whose certificate and releases to believe.",
                        "Add --trust FILE, or use a provisioning token, which says it all.")));
        Pins pins = Json.read(content(trust), Pins.class);
        var hub = new HubAddress(
                string.host(),
                arguments.port("--mqtt-port").orElse(pins.hub().mqttPort()),
                arguments.port("--https-port").orElse(pins.hub().httpsPort()));
        return new Identity(hub, pins.ca(), pins.ownerKey(), string.deviceId(), string.sharedAccessKey());
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new ProblemException(
                    new Problem(
                            "node.file-unreadable",
                            "The file " + file + " cannot be read.",
                            "Check its name and rights."),
                    unreadable);
        }
    }
}
