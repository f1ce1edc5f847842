// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import dev.signalbox.device.client.DeviceClient;
import dev.signalbox.operator.session.HubContact;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.stream.MessageIds;
import dev.signalbox.testing.tls.Trusting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/// A device's program that says which of its messages it was told are safe, until somebody kills it.
final class Sensor {
    private static final int UNTOLD = 16;

    private Sensor() {}

    /// @param args its folder, its connection string, the ports of MQTT and HTTPS, `hub.json`, the first number, and
    ///     how many messages it writes before it waits for them to be sent and ends; 0 for no end
    public static void main(String[] args) throws Exception {
        var contact = Json.read(Files.readAllBytes(Path.of(args[4])), HubContact.class);
        long next = Long.parseLong(args[5]);
        long last = next + Long.parseLong(args[6]);
        try (DeviceClient client = DeviceClient.builder()
                .folder(Path.of(args[0]))
                .connectionString(args[1])
                .ports(Integer.parseInt(args[2]), Integer.parseInt(args[3]))
                .trust(Trusting.context(contact.caPem()))
                .start()) {
            var sender = client.createStreamSender();
            var untold = new Semaphore(UNTOLD);
            while (last == Long.parseLong(args[5]) || next < last) {
                untold.acquire();
                long number = next++;
                byte[] payload = ("{\"n\":" + number + "}").getBytes(StandardCharsets.UTF_8);
                CompletableFuture<Void> kept = sender.enqueueLater(payload, MessageIds.NONE);
                var _ = kept.thenRun(() -> System.out.println("safe " + number))
                        .whenComplete((told, refused) -> untold.release());
            }
            untold.acquire(UNTOLD);
            client.waitEnqueuedMessagesSent();
            System.out.println("sent " + client.account().agrees());
        }
    }
}
