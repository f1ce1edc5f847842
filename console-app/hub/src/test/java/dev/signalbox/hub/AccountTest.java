// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.device.AccountView;
import dev.signalbox.operator.device.AccountView.Counted;
import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.protocol.report.Account;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.topic.FromDevice;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What devices say became of their messages.
class AccountTest extends OnSite {
    private static final String AT = Paths.DEVICES + "/pump-1/account";
    private static final Account SEVEN = new Account(7, 3, 2, 1, 1, 0, 4, 250);

    private DeviceKeys keys;

    @BeforeEach
    void addDevice() {
        keys = desk.addNode("pump-1", Map.of());
    }

    private void tell(Pump pump, String account) throws Exception {
        String topic = Topics.write(new FromDevice.Telemetry(pump.id, Map.of("signalbox-kind", "account")));
        pump.publish(topic, account.getBytes(StandardCharsets.UTF_8), 0);
    }

    private void tell(Pump pump, Account account) throws Exception {
        tell(pump, Json.writeText(account));
    }

    private static void send(Pump pump, int sequence) throws Exception {
        pump.send("m" + sequence, Map.of("signalbox-epoch", "e1", "signalbox-seq", Integer.toString(sequence)));
    }

    private AccountView shown() {
        return Json.read(desk.get(AT).body(), AccountView.class);
    }

    private void awaitShown(Predicate<AccountView> expected) {
        Site.await(
                () -> desk.get(AT).statusCode() == 200 && expected.test(shown()),
                () -> desk.get(AT).body());
    }

    @Test
    void itIsKeptBesideWhatTheHubCountedAndOverARestart() throws Exception {
        try (var pump = Pump.signedIn(site, keys)) {
            tell(pump, SEVEN);
            send(pump, 1);
            send(pump, 2);
            send(pump, 2);
            awaitShown(view -> view.counted().stored() == 2 && view.counted().repeated() == 1);
        }
        AccountView before = shown();
        assertThat(before.account()).isEqualTo(SEVEN).matches(Account::agrees);
        assertThat(before.counted()).isEqualTo(new Counted(2, 1, before.toldAt()));
        site.restart();
        assertThat(shown()).isEqualTo(before);
    }

    @Test
    void whatIsToldRightBeforeTheHubStopsIsKept() throws Exception {
        try (var pump = Pump.signedIn(site, keys)) {
            tell(pump, SEVEN);
            send(pump, 1);
            site.restart();
        }
        assertThat(shown().account()).isEqualTo(SEVEN);
        assertThat(shown().counted().stored()).isEqualTo(1);
    }

    @Test
    void oneThatDoesNotAgreeIsShownAsItIs() throws Exception {
        var wrong = new Account(9, 3, 0, 0, 0, 0, 0, 0);
        try (var pump = Pump.signedIn(site, keys)) {
            tell(pump, wrong);
            awaitShown(view -> view.account().equals(wrong) && !view.account().agrees());
        }
    }

    @Test
    void oneThatCannotBeIsRefusedAndTheDeviceStays() throws Exception {
        try (var audit = new AuditTrail();
                var pump = Pump.signedIn(site, keys)) {
            tell(pump, SEVEN);
            tell(pump, new Account(-1, 0, 0, 0, 0, 0, 0, 0));
            tell(pump, new Account(Long.MAX_VALUE, 0, 0, 0, 0, 0, 0, 0));
            audit.tells("127.0.0.1", "account.refused");
            send(pump, 1);
            awaitShown(view -> view.counted().stored() == 1);
            assertThat(shown().account()).isEqualTo(SEVEN);
            assertThat(pump.lost).isFalse();
        }
    }

    @Test
    void oneThatIsNoneEndsTheConnection() throws Exception {
        try (var audit = new AuditTrail();
                var pump = Pump.signedIn(site, keys)) {
            tell(pump, "seven");
            audit.tells("127.0.0.1", "mqtt.content-refused");
            Site.await(() -> pump.lost);
        }
        assertThat(desk.get(AT).statusCode()).isEqualTo(404);
    }

    @Test
    void anAccountThatBeginsAnewIsCountedAnew() throws Exception {
        try (var pump = Pump.signedIn(site, keys)) {
            tell(pump, SEVEN);
            send(pump, 1);
            awaitShown(view -> view.counted().stored() == 1);
            AccountView before = shown();
            tell(pump, new Account(0, 0, 0, 0, 0, 0, 0, 0));
            awaitShown(view -> view.account().taken() == 0);
            assertThat(shown().counted().stored()).isZero();
            assertThat(shown().counted().since()).isAfter(before.counted().since());
        }
    }

    @Test
    void aDeviceThatTellsNoneAndOneThatIsGoneHaveNone() throws Exception {
        assertThat(code()).isEqualTo("account.not-known");
        try (var pump = Pump.signedIn(site, keys)) {
            tell(pump, SEVEN);
            awaitShown(view -> true);
        }
        desk.ask("DELETE", Paths.DEVICES + "/pump-1", "");
        assertThat(code()).isEqualTo("device.not-known");
        desk.addNode("pump-1", Map.of());
        assertThat(code()).isEqualTo("account.not-known");
    }

    @Test
    void nobodySeesItWithoutASession() {
        desk.bearer = "guessed";
        assertThat(desk.get(AT).statusCode()).isEqualTo(401);
    }

    private String code() {
        return Json.read(desk.get(AT).body(), Problem.class).code();
    }
}
