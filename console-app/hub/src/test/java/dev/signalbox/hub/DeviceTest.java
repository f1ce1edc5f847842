// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.operator.node.NodeView;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.NodeReport;
import dev.signalbox.protocol.report.ReleaseState;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.net.ssl.SSLSocket;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.Test;

class DeviceTest extends OnSite {
    @Test
    void aDeviceWithEitherKeyIsLetInAndShownAsConnected() throws Exception {
        var keys = desk.addNode("pump-1", Map.of());
        try (var pump = Pump.signIn(site, keys.id(), "localhost", keys.secondaryKey())) {
            Site.await(() -> view("pump-1").connected());
            pump.client.disconnect().waitForCompletion(5000);
            Site.await(() -> !view("pump-1").connected());
        }
        Site.await(() -> view("pump-1").lastSeen().isPresent());
    }

    @Test
    void aWrongKeyAnUnknownDeviceAndAForeignHostAreRefused() throws Exception {
        var keys = desk.addNode("pump-1", Map.of());
        var other = desk.addNode("pump-2", Map.of());
        assertRefused(keys.id(), "127.0.0.1", other.primaryKey(), 5);
        assertRefused(new DeviceId("nobody"), "127.0.0.1", keys.primaryKey(), 5);
        assertRefused(keys.id(), "elsewhere.example", keys.primaryKey(), 4);
    }

    @Test
    void aNewerConnectionOfADeviceDropsTheOlder() throws Exception {
        var keys = desk.addNode("pump-1", Map.of());
        try (var older = Pump.signedIn(site, keys);
                var newer = Pump.signedIn(site, keys)) {
            Site.await(() -> older.lost);
            newer.send("still here", Map.of());
            assertThat(view("pump-1").connected()).isTrue();
        }
    }

    @Test
    void whatWasAcknowledgedIsThereAfterARestart() throws Exception {
        var keys = desk.addNode("pump-1", Map.of());
        try (var pump = Pump.signedIn(site, keys)) {
            pump.send("one", Map.of("unit", "bar"));
            pump.send("two", Map.of());
        }
        site.restart();
        assertThat(stored("pump-1")).containsExactly("one", "two");
        assertThat(view("pump-1").id()).isEqualTo(keys.id());
    }

    @Test
    void whatAnOutboxSendsTwiceIsKeptOnceAcrossRestarts() throws Exception {
        var keys = desk.addNode("pump-1", Map.of());
        try (var pump = Pump.signedIn(site, keys)) {
            pump.send("one", numbered(1));
            pump.send("two", numbered(2));
            pump.send("two", numbered(2));
        }
        site.restart();
        try (var pump = Pump.signedIn(site, keys)) {
            pump.send("one", numbered(1));
            pump.send("three", numbered(3));
        }
        assertThat(stored("pump-1")).containsExactly("one", "two", "three");
    }

    @Test
    void aDeviceReadsItsTwinAndReports() throws Exception {
        var keys = desk.addNode("pump-1", Map.of());
        try (var pump = Pump.signedIn(site, keys)) {
            pump.listen();
            assertThat(pump.twin().get("desired").get("$version").asLong()).isEqualTo(1);
            assertThat(pump.reports("{\"speed\":{\"now\":3,\"max\":9}}", OptionalLong.empty()))
                    .isEqualTo("$iothub/twin/res/204/?$rid=rep&$version=2");
            assertThat(pump.reports("{\"speed\":{\"now\":null}}", OptionalLong.of(2)))
                    .contains("/204/")
                    .endsWith("$version=3");
            assertThat(pump.reports("{\"speed\":1}", OptionalLong.of(2))).contains("/412/");
            assertThat(pump.reports("{\"signalbox\":{\"release\":9}}", OptionalLong.empty()))
                    .contains("/400/");
            assertThat(pump.reports("[1]", OptionalLong.empty())).contains("/400/");
            assertThat(pump.twin().get("reported").toString()).isEqualTo("{\"speed\":{\"max\":9},\"$version\":3}");
        }
    }

    @Test
    void whatIotHubWouldNotTakeIntoATwinIsRefusedAndChangesNothing() throws Exception {
        var keys = desk.addNode("pump-1", Map.of());
        String deep = "{\"a\":".repeat(11) + "1" + "}".repeat(11);
        try (var pump = Pump.signedIn(site, keys)) {
            pump.listen();
            for (String refused : List.of(
                    "{\"a\":4503599627370497}",
                    "{\"a\":-99999999999999999999}",
                    "{\"a.b\":1}",
                    "{\"$a\":1}",
                    "{\"a b\":1}",
                    "{\"a\":\"" + "x".repeat(4097) + "\"}",
                    deep,
                    "{")) {
                assertThat(pump.reports(refused, OptionalLong.empty())).contains("/400/");
            }
            assertThat(pump.reports("{\"a\":4503599627370496,\"b\":[1,{\"c\":null}]}", OptionalLong.empty()))
                    .endsWith("$version=2");
            for (int part = 0; part < 7; part++) {
                assertThat(pump.reports("{\"p" + part + "\":\"" + "x".repeat(4096) + "\"}", OptionalLong.empty()))
                        .contains("/204/");
            }
            assertThat(pump.reports("{\"p7\":\"" + "x".repeat(4096) + "\"}", OptionalLong.empty()))
                    .contains("/400/");
        }
    }

    @Test
    void whatANodeSaysOfItselfIsShownAndKept() throws Exception {
        var keys = desk.addNode("pump-1", Map.of());
        var report = new NodeReport("0.1.0", 3, 4, ReleaseState.PREPARING, Optional.empty(), List.of(), 7);
        try (var pump = Pump.signedIn(site, keys)) {
            pump.send(Json.writeText(report), Map.of("signalbox-kind", "state"));
        }
        site.restart();
        assertThat(view("pump-1").report()).contains(report);
    }

    @Test
    void oneWhoBreaksTheRulesLosesTheConnectionAndNobodyElseDoes() throws Exception {
        var keys = desk.addNode("pump-1", Map.of());
        try (var good = Pump.signedIn(site, desk.addNode("pump-2", Map.of()))) {
            assertDropped(keys, "devices/pump-1/messages/events/", new byte[256 * 1024 + 1], 1);
            assertDropped(keys, "devices/pump-1/messages/events/", new byte[2 * 1024 * 1024], 1);
            assertDropped(keys, "devices/pump-1/messages/events/", new byte[1], 2);
            assertDropped(keys, "devices/pump-2/messages/events/", new byte[1], 1);
            assertDropped(keys, "somewhere/else", new byte[1], 0);
            assertDropped(keys, "devices/pump-1/messages/events/a=%zz", new byte[1], 1);
            assertDropped(keys, "devices/pump-1/messages/events/signalbox-kind=state", new byte[1], 1);
            good.send("undisturbed", Map.of());
        }
        try (var again = Pump.signedIn(site, keys)) {
            again.send("x".repeat(256 * 1024), Map.of());
        }
        assertThat(stored("pump-2")).containsExactly("undisturbed");
    }

    @Test
    void subscriptionsToOthersAreRefusedInTheGrant() throws Exception {
        var keys = desk.addNode("pump-1", Map.of());
        try (var pump = Pump.signedIn(site, keys)) {
            String[] filters = {"#", "devices/+/messages/events/#", "$iothub/twin/res/#"};
            var token = pump.client.subscribe(filters, new int[] {2, 1, 2});
            try {
                token.waitForCompletion(5000);
            } catch (MqttException someRefused) {
                assertThat(someRefused.getReasonCode()).isEqualTo(128);
            }
            assertThat(token.getGrantedQos()).containsExactly(128, 128, 1);
            assertThat(pump.client.isConnected()).isTrue();
        }
    }

    @Test
    void bytesThatAreNoMqttEndTheirConnectionAndNoOther() throws Exception {
        try (var good = Pump.signedIn(site, desk.addNode("pump-2", Map.of()))) {
            for (byte[] junk : List.of(
                    "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
                    new byte[] {0x10, (byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f},
                    new byte[] {0x10, 4, 0, 4, 'M', 'Q'},
                    new byte[] {0x30, 3, 0, 1, 'a'})) {
                assertEnds(junk);
            }
            good.send("undisturbed", Map.of());
        }
    }

    private void assertEnds(byte[] junk) throws Exception {
        try (var socket = (SSLSocket) site.tls()
                .getSocketFactory()
                .createSocket("127.0.0.1", site.address().mqttPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(junk);
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            if (junk.length == 6 && junk[1] == 4) {
                socket.shutdownOutput();
            }
            assertThat(in.readAllBytes()).hasSizeLessThan(8);
        }
    }

    private void assertRefused(DeviceId id, String host, String key, int reason) {
        assertThatThrownBy(() -> Pump.signIn(site, id, host, key))
                .isInstanceOfSatisfying(
                        MqttException.class,
                        refused -> assertThat(refused.getReasonCode()).isEqualTo(reason));
    }

    private void assertDropped(dev.signalbox.operator.node.DeviceKeys keys, String topic, byte[] payload, int qos)
            throws Exception {
        try (var pump = Pump.signedIn(site, keys)) {
            pump.client.publish(topic, payload, qos, false);
            Site.await(() -> pump.lost);
        }
    }

    private List<String> stored(String device) {
        return DeviceStoreReader.texts(folder, device);
    }

    private NodeView view(String id) {
        return Json.read(desk.get(Paths.NODES + "/" + id).body(), NodeView.class);
    }

    private static Map<String, String> numbered(long number) {
        return Map.of("signalbox-epoch", "e1", "signalbox-seq", Long.toString(number));
    }
}
