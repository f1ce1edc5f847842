// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.benchmarks.drain;

import dev.signalbox.device.client.DeviceClient;
import dev.signalbox.device.client.StreamSender;
import dev.signalbox.device.message.DeviceEvents;
import dev.signalbox.device.message.OutboxLimits;
import dev.signalbox.operator.session.HubContact;
import dev.signalbox.protocol.stream.MessageIds;
import dev.signalbox.testing.tls.Trusting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// A device with the device client, which notes when it is connected.
final class Device implements AutoCloseable {
    private static final int BYTES = 200;
    private static final long LOOK_NANOS = 200_000;
    private static final int UNANSWERED = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final OutboxLimits PLENTY = new OutboxLimits(8L << 30, Optional.empty());

    private final AtomicLong connectedAt = new AtomicLong();
    private final DeviceClient client;
    private final StreamSender sender;
    private final Random random = new Random(4);

    Device(Path folder, String connectionString, int port, HubContact hub) throws InterruptedException {
        this.client = DeviceClient.builder()
                .folder(folder)
                .connectionString(connectionString)
                .ports(port, hub.address().httpsPort())
                .trust(Trusting.context(hub.caPem()))
                .outbox(PLENTY)
                .events(new DeviceEvents() {
                    @Override
                    public void connected() {
                        connectedAt.set(System.nanoTime());
                    }
                })
                .start();
        this.sender = client.createStreamSender();
    }

    /// Puts in so many messages of random bytes, many at a time; returns when all are on the disk.
    void enqueue(int many) {
        var unanswered = new ArrayDeque<CompletableFuture<Void>>(UNANSWERED);
        for (int i = 0; i < many; i++) {
            byte[] payload = new byte[BYTES];
            random.nextBytes(payload);
            unanswered.add(sender.enqueueLater(payload, MessageIds.NONE));
            if (unanswered.size() == UNANSWERED) {
                unanswered.remove().join();
            }
        }
        unanswered.forEach(CompletableFuture::join);
    }

    /// Waits until it is connected, and returns when that was, as of `System.nanoTime`.
    long awaitConnected(long since) {
        while (connectedAt.get() < since) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return connectedAt.get();
    }

    /// Waits until it has noticed that it is not.
    void awaitCutOff() {
        while (client.connected()) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    /// Waits until the hub has acknowledged all, and returns when that was.
    long awaitSent() throws InterruptedException {
        if (!client.waitEnqueuedMessagesSent(PATIENCE)) {
            throw new IllegalStateException("Not all was sent within " + PATIENCE);
        }
        return System.nanoTime();
    }

    long waiting() {
        return client.pendingMessagesCount();
    }

    @Override
    public void close() {
        client.close();
    }
}
