// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.device.clock.HubClock;
import dev.signalbox.device.https.HubHttps;
import dev.signalbox.device.pretend.Authority;
import dev.signalbox.device.pretend.PretendDesk;
import dev.signalbox.device.tls.PinnedTls;
import dev.signalbox.protocol.codec.SasTokens;
import dev.signalbox.protocol.identity.ConnectionString;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class KeyCredentialsTest {
    private static final String KEY = "a2V5";
    private static final DeviceId PUMP = new DeviceId("pump-1");

    private final Authority authority = new Authority();
    private final PretendDesk desk = new PretendDesk(authority.issue("127.0.0.1")).listen();
    private Instant machine = Instant.now();

    @AfterEach
    void end() {
        desk.close();
    }

    private KeyCredentials credentials(ConnectionString given) {
        var clock = new HubClock(() -> machine, () -> 0);
        var tls = PinnedTls.toCa(authority.digest(), clock).context();
        return new KeyCredentials(given, new HubHttps(desk.address(), tls, clock));
    }

    private KeyCredentials keyed() {
        return credentials(new ConnectionString("127.0.0.1", PUMP, KEY));
    }

    private boolean isGood(Credentials.Pass pass) {
        return SasTokens.isGood(pass.signature(), "127.0.0.1/devices/pump-1", KEY, desk.now);
    }

    @Test
    void aKeySignsAnHourWithoutANetwork() {
        var pass = keyed().pass();
        assertThat(isGood(pass)).isTrue();
        assertThat(pass.life()).isEqualTo(Duration.ofHours(1));
        assertThat(desk.calls).isEmpty();
    }

    @Test
    void afterARefusalTheHubIsAskedWhatTimeItIs() {
        machine = Instant.parse("1970-01-01T00:00:07Z");
        var early = keyed();
        assertThat(isGood(early.pass())).isFalse();
        early.refused();
        assertThat(isGood(early.pass())).isTrue();
        assertThat(desk.calls).containsExactly("HEAD /");
        early.pass();
        assertThat(desk.calls).hasSize(1);
    }

    @Test
    void aHubThatDoesNotSayTheTimeIsNoHindrance() {
        desk.hangUp();
        var keyed = keyed();
        keyed.refused();
        assertThat(isGood(keyed.pass())).isTrue();
    }

    @Test
    void aReadySignatureIsShownAsItIs() {
        String signature = SasTokens.make("127.0.0.1/devices/pump-1", KEY, machine.plusSeconds(600));
        var ready = credentials(new ConnectionString("127.0.0.1", PUMP, "", Optional.of(signature)));
        assertThat(ready.pass().signature()).isEqualTo(signature);
        assertThat(ready.pass().life()).isBetween(Duration.ofSeconds(598), Duration.ofSeconds(600));
        machine = machine.plus(Duration.ofDays(1));
        assertThat(ready.pass().life()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aKeyThatIsNoneIsRefusedAtOnce() {
        assertThatThrownBy(() -> credentials(new ConnectionString("127.0.0.1", PUMP, "no key")))
                .hasMessageContaining("device.key-malformed");
    }
}
