// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.device;

import dev.signalbox.operator.session.HubContact;
import dev.signalbox.protocol.codec.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where devices connect to.
///
/// @param caFile the authority they trust
record Broker(String name, int port, Path caFile) {
    static final String HOST = "127.0.0.1";

    /// A hub that listens, by its data folder.
    static Broker hub(String name, Path data) throws IOException {
        var contact = Json.read(Files.readAllBytes(data.resolve("hub.json")), HubContact.class);
        return new Broker(name, contact.address().mqttPort(), data.resolve("ca-certificate.pem"));
    }
}
