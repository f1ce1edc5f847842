// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.device.clock.HubClock;
import dev.signalbox.device.credential.KeyCredentials;
import dev.signalbox.device.https.HubHttps;
import dev.signalbox.device.pretend.Authority;
import dev.signalbox.device.pretend.PretendHub;
import dev.signalbox.device.tls.PinnedTls;
import dev.signalbox.protocol.identity.ConnectionString;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.identity.HubAddress;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.testing.process.Await;
import dev.signalbox.testing.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How a link notices what nobody tells it.
@Timeout(90)
class KeepingTest {
    private static final DeviceId PUMP = new DeviceId("pump-1");
    private static final Duration LONG = Duration.ofMinutes(5);

    private final Authority authority = new Authority();
    private final PretendHub hub = new PretendHub(PUMP, authority.issue("127.0.0.1")).listen();
    private final Wire wire = wire();
    private final AtomicInteger signIns = new AtomicInteger();
    private final BlockingQueue<Problem> problems = new LinkedBlockingQueue<>();
    private Link link;

    private final LinkWatcher watcher = new LinkWatcher() {
        @Override
        public void signedIn() {
            signIns.incrementAndGet();
        }

        @Override
        public void disconnected(Problem why) {
            problems.add(why);
        }
    };

    private final class Chatter implements Lane {
        @Override
        public List<String> topics() {
            return List.of("$iothub/twin/res/#");
        }

        /// Unacknowledged: Paho's own watch over the line is put off by it.
        @Override
        public void pump(Uplink uplink) {
            if (talks) {
                uplink.publish("devices/pump-1/messages/events/signalbox-kind=log", new byte[] {'x'}, 0, () -> {});
            }
        }
    }

    private volatile boolean talks;

    private Wire wire() {
        try {
            return new Wire(hub.address("127.0.0.1").mqttPort());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    @AfterEach
    void end() throws IOException {
        link.close();
        wire.close();
        hub.close();
    }

    private void start(int port, LinkTiming timing) {
        var address = new HubAddress("127.0.0.1", port, 1);
        var tls = PinnedTls.toCa(authority.digest()).context();
        var credentials = new KeyCredentials(
                new ConnectionString("127.0.0.1", PUMP, PretendHub.KEY), new HubHttps(address, tls, new HubClock()));
        link = new Link(new HubAccess(credentials, tls), timing, List.of(new Chatter()), watcher);
        link.start();
    }

    private void awaitSignIns(int times) {
        Await.until("signed in " + times + " times", Duration.ofSeconds(90), () -> signIns.get() >= times);
    }

    private static LinkTiming keptAlive(int seconds) {
        return new LinkTiming(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofSeconds(seconds));
    }

    @Test
    void aLineThatDiedWithoutAWordIsNoticed() throws Exception {
        start(wire.port(), keptAlive(2));
        awaitSignIns(1);
        wire.die();
        awaitSignIns(2);
        assertThat(problems.poll(1, TimeUnit.SECONDS).code()).isIn("link.silent", "link.lost");
    }

    @Test
    void talkingIntoADeadLineDoesNotHideIt() {
        start(wire.port(), keptAlive(2));
        awaitSignIns(1);
        talks = true;
        wire.die();
        awaitSignIns(2);
    }

    /// Three times the keep-alive without a message in either direction.
    @Test
    void aQuietLineIsKept() throws Exception {
        start(wire.port(), keptAlive(1));
        awaitSignIns(1);
        assertThat(problems.poll(3, TimeUnit.SECONDS)).isNull();
        assertThat(signIns).hasValue(1);
    }

    /// The pause after a failure would be minutes.
    @Test
    void aPortThatOpensAgainIsSeenLongBeforeThePauseEnds() {
        hub.kill();
        start(hub.address("127.0.0.1").mqttPort(), new LinkTiming(LONG, LONG, Duration.ofMinutes(1)));
        Await.until("it was refused", Duration.ofSeconds(90), () -> !problems.isEmpty());
        assertThat(problems.element().code()).isEqualTo("link.unreachable");
        hub.listen();
        awaitSignIns(1);
    }

    @Test
    void closingDoesNotWaitForAPort() {
        hub.kill();
        start(hub.address("127.0.0.1").mqttPort(), new LinkTiming(LONG, LONG, Duration.ofMinutes(1)));
        Await.until("it was refused", Duration.ofSeconds(90), () -> !problems.isEmpty());
        link.close();
        hub.listen();
        assertThat(signIns).hasValue(0);
    }

    @Test
    void aHubWithACertificateRenewedByTheSameAuthorityIsBelieved() {
        start(hub.address("127.0.0.1").mqttPort(), keptAlive(60));
        awaitSignIns(1);
        hub.kill();
        hub.show(authority.issue("127.0.0.1"));
        hub.listen();
        awaitSignIns(2);
        assertThat(problems).extracting(Problem::code).doesNotContain("tls.foreign-authority", "tls.chain-invalid");
    }
}
