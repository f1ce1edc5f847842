// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.client;

import static dev.signalbox.device.client.DeviceFixture.await;
import static dev.signalbox.device.client.DeviceFixture.bytes;
import static dev.signalbox.device.client.DeviceFixture.numbered;
import static dev.signalbox.device.client.DeviceFixture.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.device.pretend.Fleeting;
import dev.signalbox.device.pretend.Heard;
import dev.signalbox.device.pretend.PretendHub;
import dev.signalbox.device.tls.PinnedTls;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryTest {
    @TempDir
    Path folder;

    private DeviceFixture it;

    @BeforeEach
    void setUp() {
        it = new DeviceFixture(folder);
    }

    @AfterEach
    void tearDown() {
        it.close();
    }

    @Test
    void messagesSentWhileOfflineArriveInOrderAfterReconnect() {
        var pump = it.connected();
        send(pump, 1, 10);
        await("the first ten arrive", () -> it.hub.consumed.size() == 10);
        it.hub.kill();
        Heard.next(it.heard.problems);
        send(pump, 11, 300);
        assertThat(pump.connected()).isFalse();
        it.hub.listen();
        await("the rest arrives", () -> it.hub.consumed.size() == 300);
        assertThat(it.hub.consumed).isEqualTo(numbered(1, 300));
        await("the outbox is empty", () -> pump.waiting() == 0);
    }

    @Test
    void nothingIsLostOrSeenTwiceWhenTheHubIsKilledMidStream() {
        var pump = it.device();
        send(pump, 1, 1000);
        it.hub.killAfter(250);
        pump.start();
        for (int kills = 1; kills <= 3; kills++) {
            await("the hub dies", () -> !it.hub.alive());
            it.hub.killAfter(kills == 3 ? Integer.MAX_VALUE : 250);
            it.hub.listen();
        }
        await("all is acknowledged", () -> pump.waiting() == 0);
        assertThat(it.hub.consumed).isEqualTo(numbered(1, 1000));
        assertThat(it.hub.repeated.get())
                .as("messages whose acknowledgement was lost")
                .isPositive();
    }

    @Test
    void aNodeTellsItsAccountAtEachSignIn() {
        var pump = it.device();
        send(pump, 1, 3);
        pump.start();
        assertThat(Heard.next(it.hub.accounts).waiting()).isEqualTo(3);
        await("the three arrive", () -> pump.waiting() == 0);
        it.hub.dropConnection();
        assertThat(Heard.next(it.hub.accounts).forwarded()).isEqualTo(3);
    }

    @Test
    void aRestartedDeviceSendsWhatWasLeft() {
        try (var before = it.device()) {
            send(before, 1, 150);
        }
        var after = it.device();
        assertThat(after.waiting()).isEqualTo(150);
        send(after, 151, 160);
        after.start();
        await("all arrives", () -> it.hub.consumed.size() == 160);
        assertThat(it.hub.consumed).isEqualTo(numbered(1, 160));
    }

    @Test
    void aDeviceThatDiedMidStreamRepeatsOnlyWhatTheHubRecognises() {
        try (var before = it.connected()) {
            send(before, 1, 50);
            await("some arrive", () -> !it.hub.consumed.isEmpty());
        }
        try (var after = it.connected()) {
            send(after, 51, 60);
            await("all is acknowledged", () -> after.waiting() == 0);
        }
        assertThat(it.hub.consumed).isEqualTo(numbered(1, 60));
    }

    @Test
    void theSignInIsRenewedBeforeItExpiresWithoutLoss() {
        var tls = PinnedTls.toCa(it.authority.digest()).context();
        var fleeting = new Fleeting(it.hub.credentials(PretendHub.KEY, tls), Duration.ofMillis(240));
        var pump = it.device(fleeting, tls, DeviceFixture.QUICK);
        pump.start();
        int sent = 0;
        while (it.hub.signIns.get() < 4) {
            sent++;
            send(pump, sent, sent);
        }
        await("all is acknowledged", () -> pump.waiting() == 0);
        assertThat(it.hub.consumed).isEqualTo(numbered(1, sent));
        assertThat(it.hub.repeated.get()).isZero();
        assertThat(it.heard.problems).isEmpty();
    }

    @Test
    void theLatestStateIsSaidAgainAfterEachSignIn() {
        var pump = it.device();
        pump.sendState(bytes("starting"), Map.of());
        pump.sendState(bytes("running"), Map.of());
        pump.start();
        assertThat(Heard.next(it.hub.states)).isEqualTo("running");
        it.hub.dropConnection();
        assertThat(Heard.next(it.hub.states)).isEqualTo("running");
        pump.sendState(bytes("quarantined"), Map.of());
        assertThat(Heard.next(it.hub.states)).isEqualTo("quarantined");
    }

    @Test
    void whatMayBeLostIsSentNowOrNotAtAll() {
        var pump = it.device();
        assertThat(pump.sendNow(bytes("early"), Map.of("signalbox-kind", "log")))
                .isFalse();
        pump.start();
        Heard.next(it.heard.signIns);
        assertThat(pump.sendNow(bytes("line"), Map.of("signalbox-kind", "log"))).isTrue();
        assertThat(Heard.next(it.hub.logs)).isEqualTo("line");
    }

    @Test
    void aFloodOfWhatMayBeLostIsBoundedAndHarmsNoMessage() {
        var pump = it.connected();
        int refused = 0;
        for (int line = 0; line < 20_000; line++) {
            refused += pump.sendNow(bytes("line"), Map.of("signalbox-kind", "log")) ? 0 : 1;
        }
        send(pump, 1, 5);
        await("the messages arrive", () -> it.hub.consumed.size() == 5);
        assertThat(refused).isPositive();
        assertThat(it.heard.problems).isEmpty();
    }

    @Test
    void aMessageLargerThanTheHubTakesIsRefusedWithASentence() {
        var pump = it.device();
        pump.send(new byte[256 * 1024], Map.of());
        assertThatThrownBy(() -> pump.send(new byte[256 * 1024 + 1], Map.of()))
                .hasMessageContaining("256 KB")
                .hasMessageContaining("message.too-large");
        assertThatThrownBy(() -> pump.send(new byte[0], Map.of("key", "v".repeat(40_000))))
                .hasMessageContaining("message.properties-too-large");
    }
}
