// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.client;

import static dev.signalbox.device.client.DeviceFixture.await;
import static dev.signalbox.device.client.DeviceFixture.numbered;
import static dev.signalbox.device.client.DeviceFixture.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.device.clock.HubClock;
import dev.signalbox.device.credential.RegisteredCredentials;
import dev.signalbox.device.credential.RegisteredCredentials.Asked;
import dev.signalbox.device.https.HubHttps;
import dev.signalbox.device.pretend.Heard;
import dev.signalbox.device.pretend.PretendDesk;
import dev.signalbox.device.tls.PinnedTls;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.identity.Pins;
import dev.signalbox.protocol.identity.ProvisioningToken;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A device without a key, from the asking to its messages.
@Timeout(90)
class RegisteredDeviceTest {
    @TempDir
    Path folder;

    private DeviceFixture it;
    private PretendDesk desk;
    private SSLContext tls;

    @BeforeEach
    void begin() {
        it = new DeviceFixture(folder.resolve("outbox"));
        desk = new PretendDesk(it.authority.issue("127.0.0.1")).listen();
        desk.mqttPort = it.hub.address("127.0.0.1").mqttPort();
        desk.decision = "approved";
        tls = PinnedTls.toCa(it.authority.digest()).context();
    }

    @AfterEach
    void end() {
        it.close();
        desk.close();
    }

    private NodeLink device() throws InterruptedException {
        var pins = new Pins(desk.address(), it.authority.digest(), Digests.of("owner"));
        var asked = new Asked(new ProvisioningToken(pins, PretendDesk.SECRET, Optional.empty()), Optional.empty());
        var credentials = RegisteredCredentials.open(
                folder, asked, new HubHttps(desk.address(), tls, new HubClock()), shown -> {});
        credentials.awaitAdmission();
        return it.device(credentials, tls, DeviceFixture.QUICK);
    }

    @Test
    void aDeviceThatWasLetInSends() throws Exception {
        var pump = device();
        pump.start();
        send(pump, 1, 20);
        await("all is acknowledged", () -> pump.waiting() == 0);
        assertThat(it.hub.consumed).isEqualTo(numbered(1, 20));
    }

    @Test
    void aNewKeyOfTheDeviceLosesNothing() throws Exception {
        var pump = device();
        pump.start();
        send(pump, 1, 20);
        it.hub.key = "YW5vdGhlciBrZXk=";
        desk.deviceKey = it.hub.key;
        it.hub.dropConnection();
        send(pump, 21, 40);
        await("all is acknowledged", () -> pump.waiting() == 0);
        assertThat(it.hub.consumed).isEqualTo(numbered(1, 40));
        await("it was refused once", () -> desk.called("/register") >= 2);
    }

    @Test
    void withoutANetworkItStartsAndKeepsWhatItHasToSend() throws Exception {
        device().close();
        it.hub.kill();
        desk.hangUp();
        desk.calls.clear();
        var pump = device();
        pump.start();
        send(pump, 1, 20);
        assertThat(Heard.next(it.heard.problems).code()).isEqualTo("link.unreachable");
        assertThat(pump.waiting()).isEqualTo(20);
        it.hub.listen();
        await("all is acknowledged", () -> pump.waiting() == 0);
        assertThat(it.hub.consumed).isEqualTo(numbered(1, 20));
        assertThat(desk.calls).isEmpty();
    }

    @Test
    void aForgottenDeviceGoesOnCollectingUntilItIsLetInAgain() throws Exception {
        var pump = device();
        desk.registration = "";
        desk.decision = "waiting";
        it.hub.key = "YW5vdGhlciBrZXk=";
        desk.deviceKey = it.hub.key;
        pump.start();
        send(pump, 1, 5);
        await(
                "it asks",
                () -> it.heard.problems.stream().anyMatch(told -> told.code().equals("provisioning.waiting")));
        send(pump, 6, 10);
        desk.decision = "approved";
        await("all is acknowledged", () -> pump.waiting() == 0);
        assertThat(it.hub.consumed).isEqualTo(numbered(1, 10));
    }
}
