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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/// A device's program that says which of its messages it was told are safe, until somebody kills it.
final class Sensor {
    private static final int UNTOLD = 64;
    private static final int AT_A_TIME = 20;
    private static final long PAUSE_NANOS = 10_000_000;

    private Sensor() {}

    /// @param args its folder, its connection string, the ports of MQTT and HTTPS, `hub.json`, the first number, how
    ///     many messages it writes, and then `ends` once they are sent, or `stays` until it is killed
    public static void main(String[] args) throws Exception {
        var contact = Json.read(Files.readAllBytes(Path.of(args[4])), HubContact.class);
        long first = Long.parseLong(args[5]);
        long last = first + Long.parseLong(args[6]);
        try (DeviceClient client = DeviceClient.builder()
                .folder(Path.of(args[0]))
                .connectionString(args[1])
                .ports(Integer.parseInt(args[2]), Integer.parseInt(args[3]))
                .trust(Trusting.context(contact.caPem()))
                .start()) {
            var sender = client.createStreamSender();
            var untold = new Semaphore(UNTOLD);
            for (long next = first; next < last; next++) {
                pace(next);
                untold.acquire();
                long number = next;
                byte[] payload = ("{\"n\":" + number + "}").getBytes(StandardCharsets.UTF_8);
                CompletableFuture<Void> kept = sender.enqueueLater(payload, MessageIds.NONE);
                var _ = kept.thenRun(() -> System.out.println("safe " + number))
                        .whenComplete((told, refused) -> untold.release());
            }
            if (args[7].equals("stays")) {
                new CountDownLatch(1).await();
            }
            untold.acquire(UNTOLD);
            client.waitEnqueuedMessagesSent();
            System.out.println("sent " + client.account().agrees());
        }
    }

    /// Writes for longer than it takes to connect, so that a kill finds it sending.
    private static void pace(long number) {
        if (number % AT_A_TIME == 0) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
