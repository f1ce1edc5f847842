// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import dev.signalbox.device.client.DeviceClient;
import dev.signalbox.device.message.MethodAnswer;
import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.protocol.report.Account;
import dev.signalbox.protocol.stream.MessageIds;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

/// A device at the far end of a wire. It numbers its messages, and answers each call with what it was asked.
final class FarDevice implements AutoCloseable {
    private static final long NUMBERS_OF_A_DEVICE = 1_000_000_000;

    private final DeviceClient client;
    private final long first;
    private long next;

    /// @param index tells its numbers from those of other devices
    FarDevice(HubSite site, DeviceKeys keys, BadWire wire, Path folder, int index) throws InterruptedException {
        this.first = index * NUMBERS_OF_A_DEVICE;
        this.next = first;
        this.client = DeviceClient.builder()
                .connectionString(keys.connectionString())
                .ports(wire.port(), site.address().httpsPort())
                .trust(site.way().tls())
                .folder(folder)
                .keepAlive(BadNetworkFaultTest.KEEP_ALIVE)
                .onMethod(call -> new MethodAnswer(200, call.payload()))
                .start();
    }

    /// Writes so many messages of about that size; returns when they are on the disk.
    void write(int many, int bytes) {
        var sender = client.createStreamSender();
        String fill = "x".repeat(bytes);
        for (int i = 0; i < many; i++) {
            String payload = "{\"n\":" + next++ + ",\"fill\":\"" + fill + "\"}";
            var _ = sender.enqueueLater(payload.getBytes(StandardCharsets.UTF_8), MessageIds.NONE);
        }
    }

    boolean isConnected() {
        return client.connected();
    }

    boolean isEverythingSent(Duration within) throws InterruptedException {
        return client.waitEnqueuedMessagesSent(within);
    }

    long waiting() {
        return client.pendingMessagesCount();
    }

    Account account() {
        return client.account();
    }

    /// All that it wrote, in order.
    List<Long> written() {
        return LongStream.range(first, next).boxed().toList();
    }

    /// What of these numbers is its own, in their order.
    List<Long> own(List<Long> numbers) {
        return numbers.stream()
                .filter(number -> number >= first && number < first + NUMBERS_OF_A_DEVICE)
                .toList();
    }

    @Override
    public void close() {
        client.close();
    }
}
