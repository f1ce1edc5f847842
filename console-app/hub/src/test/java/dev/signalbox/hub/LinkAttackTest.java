// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.node.NewMessage;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.SasTokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Attacks by a device that is let in: on other devices, and on its own limits.
class LinkAttackTest extends UnderAttack {
    private static final byte[] ID = {0, 9};

    @ParameterizedTest(name = "{0}")
    @MethodSource("packets")
    void endsTheConnection(String attack, byte[] packet, String code) throws Exception {
        try (var intruder = Intruder.as(site, thief)) {
            intruder.says(packet);
            assertThat(intruder.isShutOut()).isTrue();
            if (!code.isEmpty()) {
                audit.tells(intruder.address, code);
            }
        }
        assertThat(DeviceStoreReader.texts(folder, "thief")).isEmpty();
    }

    static Stream<Arguments> packets() {
        String own = "devices/thief/messages/events/";
        return Stream.of(
                row("another's telemetry", "devices/victim/messages/events/", "mqtt.foreign-topic"),
                row("another's module", "devices/victim/modules/m/messages/events/", "mqtt.foreign-topic"),
                row("a module it does not have", "devices/thief/modules/m/messages/events/", "mqtt.foreign-topic"),
                row("path escape", "devices/thief/../victim/messages/events/", "mqtt.foreign-topic"),
                row("path escape in an id", "devices/../messages/events/", "mqtt.content-refused"),
                row("encoded escape", "devices/thief%2F..%2Fvictim/messages/events/", "mqtt.content-refused"),
                row("NUL in an id", "devices/thief\0/messages/events/", "mqtt.content-refused"),
                row("line break into the log", "devices/a\n2026 ERROR/messages/events/", "mqtt.content-refused"),
                row("a topic that steers a terminal", "x\u001b[2J\u202e\u009b31m", "mqtt.foreign-topic"),
                row(
                        "an id that steers a terminal",
                        "devices/a\u001b[2J\u202e/messages/events/",
                        "mqtt.content-refused"),
                row("wildcard +", "devices/+/messages/events/", ""),
                row("wildcard #", "devices/thief/messages/events/#", ""),
                row(
                        "what the hub says to devices",
                        "$iothub/twin/PATCH/properties/desired/?$version=9",
                        "mqtt.foreign-topic"),
                row("a call of a method", "$iothub/methods/POST/reboot/?$rid=1", "mqtt.foreign-topic"),
                row("a message from the cloud", "devices/victim/messages/devicebound/", "mqtt.foreign-topic"),
                row("system topic", "$SYS/broker/clients", "mqtt.foreign-topic"),
                row("no request id", "$iothub/twin/GET/", "mqtt.foreign-topic"),
                row(
                        "version overflows",
                        "$iothub/twin/PATCH/properties/reported/?$rid=1&$version=" + "9".repeat(40),
                        "mqtt.content-refused"),
                row("status overflows", "$iothub/methods/res/" + "9".repeat(40) + "/?$rid=1", "mqtt.content-refused"),
                row("broken percent sign", own + "a=%zz", "mqtt.content-refused"),
                row("state that is none", own + "signalbox-kind=state", "mqtt.content-refused"),
                row("log that is none", own + "signalbox-kind=log", "mqtt.content-refused"),
                Arguments.of("QoS 2", publish(0x34, own), "mqtt.qos-2"),
                Arguments.of(
                        "oversize",
                        RawDevice.packet(0x30, RawDevice.text(own), new byte[257 * 1024]),
                        "mqtt.too-large"),
                Arguments.of(
                        "announces 256 MB",
                        RawDevice.join(List.of(new byte[] {0x30}, RawDevice.length(268_435_455))),
                        ""),
                Arguments.of("length without end", new byte[] {0x30, -1, -1, -1, -1, -1}, ""),
                Arguments.of("second CONNECT", Intruder.connect(4, "victim", HOST + "/victim/", ""), ""),
                Arguments.of("packet type 0", new byte[] {0, 0}, ""),
                Arguments.of("broken UTF-8", publish(0x30, "devices/\uD800/messages/events/"), ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#",
                "+/+/messages/#",
                "$iothub/#",
                "devices/#",
                "devices/victim/messages/devicebound/#",
                "devices/victim/messages/events/#",
                "devices/thief/../victim/messages/devicebound/#",
                "$share/g/devices/victim/messages/devicebound/#",
                "$iothub/methods/POST/#\u0000"
            })
    void grantsNoEar(String filter) throws Exception {
        try (var intruder = Intruder.as(site, thief)) {
            intruder.says(RawDevice.packet(0x82, ID, RawDevice.text(filter), new byte[] {1}));
            byte[] answer = intruder.hears();
            assertThat(answer.length == 0 || answer[4] == (byte) 0x80).isTrue();
        }
    }

    @Test
    void anAcknowledgementWithAReasonThatMqttDoesNotKnowHarmsNothing() throws Exception {
        try (var intruder = Intruder.as(site, thief)) {
            intruder.says(new byte[] {0x62, 3, 0, 1, 0x5c});
            intruder.says(new byte[] {(byte) 0xc0, 0});
            assertThat(intruder.hears()).startsWith((byte) 0xd0);
        }
    }

    @Test
    void aModuleDoesNotHearItsDevicesMessages() throws Exception {
        desk.addNode("host", Map.of());
        String module = owner.ask("PUT", "/devices/host/modules/m", "{\"deviceId\":\"host\",\"moduleId\":\"m\"}")
                .body();
        String key = module.replaceFirst("(?s).*\"primaryKey\":\"([^\"]+)\".*", "$1");
        try (var intruder = Intruder.atMqtt(site)) {
            assertThat(intruder.signsIn("host/m", token("/devices/host/modules/m", key)))
                    .isZero();
            String filter = "devices/host/messages/devicebound/#";
            intruder.says(RawDevice.packet(0x82, ID, RawDevice.text(filter), new byte[] {1}));
            assertThat(intruder.hears()[4]).isEqualTo((byte) 0x80);
            desk.ask("POST", Paths.NODES + "/host/messages", new NewMessage("the code is 7", Map.of(), 600));
            intruder.says(RawDevice.packet(0xc0));
            assertThat(intruder.hears()[0])
                    .as("nothing but the answer to its ping")
                    .isEqualTo((byte) 0xd0);
        }
        desk.ask("DELETE", Paths.NODES + "/host", "");
    }

    @Test
    void aWillThatCannotBeReadLeavesNoGhost() throws Exception {
        var keys = desk.addNode("ghost", Map.of());
        try (var intruder = Intruder.atMqtt(site)) {
            intruder.says(RawDevice.packet(
                    0x10,
                    RawDevice.text("MQTT"),
                    new byte[] {4, (byte) 0xc6, 0, 60},
                    RawDevice.text("ghost"),
                    RawDevice.text("devices/ghost/messages/events/signalbox-kind=state"),
                    RawDevice.text("no state"),
                    RawDevice.text(HOST + "/ghost/"),
                    RawDevice.text(token("/devices/ghost", keys.primaryKey()))));
            assertThat(intruder.hears()[3]).isZero();
            intruder.close();
            audit.tells(intruder.address, "mqtt.content-refused");
        }
        Site.await(() -> owner.get("/twins/ghost").body().contains("\"connectionState\":\"Disconnected\""));
        desk.ask("DELETE", Paths.NODES + "/ghost", "");
    }

    @Test
    void aClonedIdentityIsSeen() throws Exception {
        try (var original = Intruder.as(site, thief);
                var clone = Intruder.as(site, thief)) {
            assertThat(original.isShutOut()).isTrue();
            audit.tells(original.address, "mqtt.taken-over");
            clone.says(RawDevice.packet(0xc0));
            assertThat(clone.hears()[0]).isEqualTo((byte) 0xd0);
        }
    }

    @Test
    void nobodyStaysLongerThanWhatLetHimIn() throws Exception {
        var keys = desk.addNode("lent", Map.of());
        try (var lent = Intruder.atMqtt(site)) {
            String token = SasTokens.make(
                    HOST + "/devices/lent", keys.primaryKey(), Instant.now().plusSeconds(3));
            assertThat(lent.signsIn("lent", token)).isZero();
            assertThat(lent.isShutOut()).isTrue();
        }
        var leaks = new ArrayList<Runnable>();
        leaks.add(() -> desk.ask("POST", Paths.DEVICES + "/lent/keys", Map.of("primary", true, "secondary", false)));
        leaks.add(() ->
                owner.ask("PUT", "/devices/lent", "{\"deviceId\":\"lent\",\"status\":\"disabled\"}", "If-Match", "*"));
        leaks.add(() -> desk.ask("DELETE", Paths.NODES + "/lent", ""));
        for (Runnable revoking : leaks) {
            owner.ask("PUT", "/devices/lent", "{\"deviceId\":\"lent\",\"status\":\"enabled\"}", "If-Match", "*");
            try (var stolen = Intruder.atMqtt(site)) {
                assertThat(stolen.signsIn("lent", owner.signature(HOST, later())))
                        .isZero();
                revoking.run();
                assertThat(stolen.isShutOut()).isTrue();
            }
        }
    }

    @Test
    void aRenewedPolicyEndsTheConnectionsItLetIn() throws Exception {
        try (var stolen = Intruder.atMqtt(site)) {
            var policy = BackEnd.of(desk, "device");
            assertThat(stolen.signsIn("thief", policy.signature(HOST, later()))).isZero();
            desk.ask("POST", Paths.POLICIES + "/device/keys", "");
            assertThat(stolen.isShutOut()).isTrue();
        }
        look();
    }

    private static Arguments row(String attack, String topic, String code) {
        return Arguments.of(attack, publish(0x32, topic), code);
    }

    private static byte[] publish(int head, String topic) {
        return RawDevice.packet(head, RawDevice.text(topic), ID, RawDevice.raw("stolen"));
    }
}
