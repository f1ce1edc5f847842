// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.device.client.DeviceClient;
import dev.signalbox.operator.device.AccountView;
import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.report.Account;
import dev.signalbox.testing.chance.Chance;
import dev.signalbox.testing.process.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// F1: the line to the hub is cut again and again, and the hub is killed: what the device was told is safe comes out at
/// the other end once and in order, and no more than the window travels again after a reconnect.
class OutageFaultTest {
    static final int WINDOW = 64;

    private static final int FLOWING = 20;
    private static final int TOLD_EVERY = 50;

    @TempDir
    Path folder;

    private final RandomGenerator chance = Chance.of(OutageFaultTest.class).drawnBy("outages");
    private final int outages = Chance.many("outages", 20);
    private final long messages = Chance.many("messages", 20_000);
    private Duration slowest = Duration.ZERO;

    @Test
    @Timeout(7200)
    void everyMessageComesOutOnceAndInOrder() throws Exception {
        var ear = new Eavesdropper(folder.resolve("hub"));
        try (var site = new HubSite(folder.resolve("hub"), ear);
                var client = client(site, site.add("sensor", 1).getFirst());
                var consumer = new Consumer(site)) {
            writeThroughOutages(site, client);
            Moving.await("all is read", messages, consumer::count);
            assertThat(consumer.numbers())
                    .isEqualTo(LongStream.range(0, messages).boxed().toList());
            var account = client.account();
            assertThat(account.agrees()).isTrue();
            assertThat(List.of(account.taken(), account.forwarded())).containsOnly(messages);
            assertThat(ear.messages()).isEqualTo(messages);
            assertThat(ear.mostOnOneConnection()).isLessThanOrEqualTo(WINDOW);
            Await.until(
                    "the hub has heard it", HubSite.SOON, () -> heardBy(site).equals(Optional.of(account)));
            System.out.printf(
                    "OutageFaultTest: %d messages through %d outages, 0 lost, 0 twice; travelled again: %d in all,"
                            + " %d at most after a reconnect; forwarding again after %d ms at most%n",
                    messages, outages, ear.again(), ear.mostOnOneConnection(), slowest.toMillis());
        }
    }

    private void writeThroughOutages(HubSite site, DeviceClient client) throws Exception {
        var author = new Author(client.createStreamSender());
        long served = System.nanoTime();
        for (int outage = 0; outage < outages; outage++) {
            long before = client.account().forwarded();
            long share = messages * (outage + 1) / outages - messages * outage / outages;
            long soMany = chance.nextLong(share / 2, share);
            Thread writing = author.writes(share);
            Await.until("it sends", HubSite.SOON, () -> client.account().forwarded() > before + FLOWING);
            note(Duration.ofNanos(System.nanoTime() - served), outage);
            Moving.await("it sends on", before + soMany, () -> client.account().forwarded());
            takeAway(site, outage % 4 == 3);
            served = System.nanoTime();
            writing.join();
            tell(outage + 1, client);
        }
        author.awaitAnswers();
        assertThat(author.safe()).isEqualTo(messages);
        Moving.await("all is sent", messages, () -> client.account().forwarded());
        assertThat(client.waitEnqueuedMessagesSent(HubSite.SOON)).isTrue();
    }

    /// So that somebody who waits for a long run sees it go on.
    private void tell(int done, DeviceClient client) {
        if (done % TOLD_EVERY == 0) {
            System.out.printf(
                    "OutageFaultTest: %d of %d outages, %d messages forwarded, forwarding again after %d ms at most%n",
                    done, outages, client.account().forwarded(), slowest.toMillis());
        }
    }

    /// The first connection comes after no outage.
    private void note(Duration recovery, int outage) {
        if (outage > 0 && recovery.compareTo(slowest) > 0) {
            slowest = recovery;
        }
    }

    /// What the hub says that the device says.
    private static Optional<Account> heardBy(HubSite site) {
        var answer = site.operator().surely("GET", Paths.DEVICES + "/sensor-000/account", "");
        return answer.status() == 200
                ? Optional.of(Json.read(answer.body(), AccountView.class).account())
                : Optional.empty();
    }

    private DeviceClient client(HubSite site, DeviceKeys keys) throws InterruptedException {
        return DeviceClient.builder()
                .connectionString(keys.connectionString())
                .ports(site.address().mqttPort(), site.address().httpsPort())
                .trust(site.way().tls())
                .folder(folder.resolve("device"))
                .start();
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
