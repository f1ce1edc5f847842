// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.device.client.DeviceClient;
import dev.signalbox.device.client.StreamSender;
import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.protocol.stream.MessageIds;
import dev.signalbox.testing.chance.Chance;
import dev.signalbox.testing.process.Await;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// F1: the line to the hub is cut again and again, and the hub is killed: what the device was told is safe comes out at
/// the other end once and in order.
class OutageFaultTest {
    private static final int AT_A_TIME = 20;
    private static final long PAUSE_NANOS = 30_000_000;

    @TempDir
    Path folder;

    private final RandomGenerator chance = Chance.of(OutageFaultTest.class).drawnBy("outages");
    private final AtomicBoolean enough = new AtomicBoolean();
    private volatile long safe;

    @Test
    @Timeout(3600)
    void everyMessageComesOutOnceAndInOrder() throws Exception {
        try (var site = new HubSite(folder.resolve("hub"));
                var client = client(site, site.add("sensor", 1).getFirst());
                var consumer = new Consumer(site)) {
            Thread author = Thread.ofPlatform().start(() -> write(client.createStreamSender()));
            for (int outage = 0; outage < Chance.many("outages", 12); outage++) {
                long before = client.account().forwarded();
                Await.until("it sends", HubSite.SOON, () -> client.account().forwarded() > before + AT_A_TIME);
                takeAway(site, outage % 4 == 3);
            }
            enough.set(true);
            author.join();
            assertThat(client.waitEnqueuedMessagesSent(HubSite.SOON)).isTrue();
            Await.until("all is read", HubSite.SOON, () -> consumer.numbers().size() >= safe);
            assertThat(consumer.numbers())
                    .isEqualTo(LongStream.range(0, safe).boxed().toList());
            var account = client.account();
            assertThat(account.agrees()).isTrue();
            assertThat(List.of(account.taken(), account.forwarded())).containsOnly(safe);
            System.out.printf("OutageFaultTest: %d messages through outages%n", safe);
        }
    }

    private DeviceClient client(HubSite site, DeviceKeys keys) throws InterruptedException {
        return DeviceClient.builder()
                .connectionString(keys.connectionString())
                .ports(site.address().mqttPort(), site.address().httpsPort())
                .trust(site.way().tls())
                .folder(folder.resolve("device"))
                .start();
    }

    private void write(StreamSender sender) {
        while (!enough.get()) {
            for (int i = 0; i < AT_A_TIME; i++) {
                byte[] payload = ("{\"n\":" + safe + "}").getBytes(StandardCharsets.UTF_8);
                sender.enqueueLater(payload, MessageIds.NONE).join();
                safe++;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void takeAway(HubSite site, boolean kill) throws Exception {
        long millis = chance.nextLong(100, 1500);
        site.wire().refuse();
        if (kill) {
            site.kill();
            site.restart();
        } else {
            LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
        }
        site.wire().serve();
    }
}
