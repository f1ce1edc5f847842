// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.device.pretend.Authority;
import dev.signalbox.device.pretend.Heard;
import dev.signalbox.device.pretend.PretendHub;
import dev.signalbox.device.tls.PinnedTls;
import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.topic.FromHub;
import dev.signalbox.testing.process.Await;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What arrives is acknowledged when it is safe, not before, and comes again until then.
class AcknowledgementTest {
    private static final DeviceId PUMP = new DeviceId("pump-1");
    private static final LinkTiming QUICK =
            new LinkTiming(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofMinutes(1));

    /// Says when what arrived is safe only as the test says it.
    private static final class Slow implements Lane, LinkWatcher {
        final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
        final Map<String, CompletableFuture<Void>> safe = new ConcurrentHashMap<>();

        @Override
        public List<String> topics() {
            return List.of(Topics.DESIRED_PATCHES, Topics.cloudMessages(PUMP));
        }

        @Override
        public void pump(Uplink uplink) {}

        @Override
        public CompletableFuture<?> arrived(FromHub message, byte[] payload) {
            String text = new String(payload, StandardCharsets.UTF_8);
            var done = new CompletableFuture<Void>();
            safe.put(text, done);
            arrived.add(text);
            return done;
        }

        void safe(String text) {
            safe.get(text).complete(null);
        }

        @Override
        public void signedIn() {}

        @Override
        public void disconnected(Problem why) {}
    }

    private final Authority authority = new Authority();
    private final PretendHub hub = new PretendHub(PUMP, authority.issue("127.0.0.1"));
    private final Slow slow = new Slow();
    private Link link;

    @BeforeEach
    void start() {
        hub.listen();
        var tls = PinnedTls.toCa(authority.digest()).context();
        var access = new HubAccess(hub.credentials(PretendHub.KEY, tls), tls);
        link = new Link(access, QUICK, List.of(slow), slow);
        link.start();
    }

    @AfterEach
    void stop() {
        link.close();
        hub.close();
    }

    private void send(String text) {
        hub.mail.send(PUMP.value(), "%24.mid=" + text, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void allTopicsAreSubscribedToInOnePacket() {
        assertThat(Heard.next(hub.subscriptions)).containsExactly(Topics.DESIRED_PATCHES, Topics.cloudMessages(PUMP));
    }

    @Test
    void aConnectionThatEndsWhileSubscribingIsMadeAgainAtOnce() {
        Heard.next(hub.subscriptions);
        hub.hangUpsAtSubscribing.set(20);
        hub.dropConnection();
        Heard.next(hub.subscriptions);
        assertThat(hub.signIns).hasValue(22);
    }

    @Test
    void acknowledgementsLeaveInTheOrderOfArrivalWhateverBecomesSafeFirst() {
        List.of("a", "b", "c").forEach(this::send);
        List.of("a", "b", "c")
                .forEach(text -> assertThat(Heard.next(slow.arrived)).isEqualTo(text));
        slow.safe("c");
        slow.safe("b");
        send("d");
        assertThat(Heard.next(slow.arrived)).isEqualTo("d");
        assertThat(hub.mail.acknowledged).isEmpty();
        slow.safe("a");
        List.of("a", "b", "c")
                .forEach(text -> assertThat(Heard.next(hub.mail.acknowledged)).isEqualTo(text));
        slow.safe("d");
        assertThat(Heard.next(hub.mail.acknowledged)).isEqualTo("d");
    }

    @Test
    void whatWasNotSafeComesAgainWithTheNextConnection() {
        List.of("a", "b").forEach(this::send);
        List.of("a", "b").forEach(text -> assertThat(Heard.next(slow.arrived)).isEqualTo(text));
        slow.safe("a");
        assertThat(Heard.next(hub.mail.acknowledged)).isEqualTo("a");
        var before = slow.safe.get("b");
        hub.dropConnection();
        assertThat(Heard.next(slow.arrived)).isEqualTo("b");
        before.complete(null);
        send("c");
        assertThat(Heard.next(slow.arrived)).isEqualTo("c");
        assertThat(hub.mail.acknowledged).isEmpty();
        slow.safe("b");
        assertThat(Heard.next(hub.mail.acknowledged)).isEqualTo("b");
    }

    @Test
    void oneThatFailedHoldsNobodyBack() {
        List.of("a", "b").forEach(this::send);
        List.of("a", "b").forEach(text -> assertThat(Heard.next(slow.arrived)).isEqualTo(text));
        slow.safe.get("a").completeExceptionally(new IllegalStateException("the disk is full"));
        slow.safe("b");
        assertThat(Heard.next(hub.mail.acknowledged)).isEqualTo("b");
        hub.dropConnection();
        assertThat(Heard.next(slow.arrived)).isEqualTo("a");
    }

    @Test
    void manyMayWaitAndTheLinkGoesOn() {
        for (int number = 0; number < 200; number++) {
            send("m" + number);
        }
        Await.until("all have arrived", Duration.ofSeconds(90), () -> slow.arrived.size() == 200);
        for (int number = 199; number >= 0; number--) {
            slow.safe("m" + number);
        }
        Await.until("all are acknowledged", Duration.ofSeconds(90), () -> hub.mail.acknowledged.size() == 200);
        assertThat(hub.mail.deliveries).hasSize(200);
        assertThat(link.up()).isTrue();
    }
}
