// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.hub.method.MethodCall;
import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.protocol.codec.SasTokens;
import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.protocol.identity.ClientId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest extends OnSite {
    private static final String HOST = "127.0.0.1";

    DeviceKeys keys;

    @BeforeEach
    void start() {
        keys = desk.addNode("pump-1", Map.of());
    }

    @Test
    void signaturesComeInEveryOrderAndEncodingOfRealClients() throws Exception {
        String[] made = token("pump-1", keys.primaryKey()).split("[ &]");
        assertIn("SharedAccessSignature " + made[3] + "&" + made[2] + "&" + made[1]);
        assertIn(token("pump-1", keys.primaryKey()) + "&skn=");
        assertIn(unencoded(HOST + "/devices/pump-1", keys.primaryKey()));
        assertIn(unencoded(HOST + "%2fdevices%2fpump-1", keys.primaryKey()));
        assertIn(unencoded(HOST + "/devices/PUMP-1", keys.secondaryKey()));
        assertIn(unencoded(HOST, keys.secondaryKey()));
    }

    @Test
    void theUserNameMayLackTheQuestionMarkOrCarryMore() throws Exception {
        for (String rest :
                new String[] {"/?api-version=2021-04-12&model-id=dtmi%3Aa%3B1", "/api-version=2016-11-14", ""}) {
            try (var pump = Pump.of(site, "pump-1")) {
                pump.connect(HOST + "/pump-1" + rest, token("pump-1", keys.primaryKey()), site.tls());
            }
        }
        assertRefused("pump-1", HOST + "/pump-2/?api-version=2021-04-12", token("pump-1", keys.primaryKey()), 4);
        assertRefused("pump-1", HOST, token("pump-1", keys.primaryKey()), 4);
    }

    @Test
    void aPolicyThatLetsDevicesInLetsAnyIn() throws Exception {
        var devices = BackEnd.of(desk, "device");
        assertIn(SasTokens.make(HOST, devices.key(), later()) + "&skn=device");
        assertIn(SasTokens.make(HOST + "/devices/pump-1", devices.key(), later()) + "&skn=device");
        String service = SasTokens.make(HOST, BackEnd.of(desk, "service").key(), later()) + "&skn=service";
        assertRefused("pump-1", user("pump-1"), service, 5);
        String other = SasTokens.make(HOST + "/devices/pump-2", devices.key(), later()) + "&skn=device";
        assertRefused("pump-1", user("pump-1"), other, 5);
        assertRefused("pump-1", user("pump-1"), token("pump-1", keys.primaryKey()) + "&skn=device", 5);
    }

    @Test
    void aCertificateOpensOnlyForTheDeviceWhoseThumbprintItHas() throws Exception {
        var certificate = Certificate.selfSigned("valve-1");
        register("valve-1", certificate.thumbprint("SHA-1"));
        register("valve-2", certificate.thumbprint("SHA-256"));
        register("valve-3", Certificate.selfSigned("valve-3").thumbprint("SHA-1"));
        for (String id : new String[] {"valve-1", "valve-2"}) {
            try (var valve = Pump.of(site, id)) {
                valve.connect(user(id), "", certificate.tls(site));
                valve.send("in", Map.of());
            }
        }
        try (var valve = Pump.of(site, "valve-3")) {
            assertThatThrownBy(() -> valve.connect(user("valve-3"), "", certificate.tls(site)))
                    .hasMessageContaining("Not authorized");
        }
        assertRefused("valve-1", user("valve-1"), "", 5);
        assertRefused("pump-1", user("pump-1"), "", 5);
    }

    @Test
    void aModuleHasAConnectionTelemetryTwinAndMethodsOfItsOwn() throws Exception {
        var owner = BackEnd.owner(desk);
        String made = owner.ask(
                        "PUT", "/devices/pump-1/modules/motor", "{\"deviceId\":\"pump-1\",\"moduleId\":\"motor\"}")
                .body();
        String key = made.replaceFirst("(?s).*\"primaryKey\":\"([^\"]+)\".*", "$1");
        try (var pump = Pump.signedIn(site, keys);
                var motor = Pump.of(site, "pump-1/motor")) {
            motor.connect(user("pump-1/motor"), token("pump-1/modules/motor", key), site.tls());
            motor.listen();
            motor.listen(Topics.METHOD_CALLS, 0);
            motor.publish("devices/pump-1/modules/motor/messages/events/a=b", new byte[] {'m'}, 1);
            pump.send("p", Map.of());
            assertThat(DeviceStoreReader.texts(folder, "pump-1")).containsExactly("m", "p");
            assertThat(motor.reports("{\"speed\":1}", OptionalLong.empty())).contains("/204/");
            assertThat(motor.twin().get("reported").get("speed").asInt()).isEqualTo(1);
            owner.ask("PATCH", "/twins/pump-1/modules/motor", "{\"properties\":{\"desired\":{\"max\":9}}}");
            assertThat(motor.hears("$iothub/twin/PATCH/properties/desired/")).contains("\"max\":9");
            var call = new MethodCall("spin", Optional.empty(), Duration.ZERO, Duration.ofSeconds(20));
            var asked = site.inside().methods().call(ClientId.parse("pump-1/motor"), call);
            motor.answers(200, "1");
            assertThat(asked.get(60, TimeUnit.SECONDS).status()).isEqualTo(200);
            assertThat(pump.client.isConnected()).isTrue();
            motor.client.publish("devices/pump-1/messages/events/", new byte[1], 1, false);
            Site.await(() -> motor.lost);
        }
        assertRefused("pump-1/motor", user("pump-1/motor"), token("pump-1/modules/motor", keys.primaryKey()), 5);
        owner.ask("DELETE", "/devices/pump-1/modules/motor", "", "If-Match", "*");
        assertRefused("pump-1/motor", user("pump-1/motor"), token("pump-1/modules/motor", key), 5);
    }

    @Test
    void aWillIsTelemetryWhenAConnectionEndsWithoutGoodBye() throws Exception {
        String topic = "devices/pump-1/messages/events/a=b";
        try (var pump = Pump.of(site, "pump-1")) {
            pump.will = Optional.of(topic);
            pump.connect(user("pump-1"), token("pump-1", keys.primaryKey()), site.tls());
            pump.send("first", Map.of());
            pump.client.disconnect().waitForCompletion(5000);
        }
        try (var pump = Pump.of(site, "pump-1")) {
            pump.will = Optional.of(topic);
            pump.connect(user("pump-1"), token("pump-1", keys.primaryKey()), site.tls());
            pump.client.publish("somewhere/else", new byte[1], 0, false);
            Site.await(() -> DeviceStoreReader.texts(folder, "pump-1").size() == 2);
        }
        assertThat(DeviceStoreReader.bags(folder, "pump-1"))
                .containsExactly(Map.of(), Map.of("a", "b", "iothub-MessageType", "Will"));
        try (var pump = Pump.of(site, "pump-1")) {
            pump.will = Optional.of("devices/pump-2/messages/events/");
            assertThatThrownBy(() -> pump.connect(user("pump-1"), token("pump-1", keys.primaryKey()), site.tls()))
                    .isInstanceOf(MqttException.class);
        }
    }

    private void register(String id, String thumbprint) {
        var answer = BackEnd.owner(desk)
                .ask(
                        "PUT",
                        "/devices/" + id,
                        "{\"deviceId\":\"" + id + "\",\"authentication\":{\"type\":\"selfSigned\",\"x509Thumbprint\":"
                                + "{\"primaryThumbprint\":\"" + thumbprint + "\"}}}");
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private void assertIn(String password) throws Exception {
        try (var pump = Pump.of(site, "pump-1")) {
            pump.connect(user("pump-1"), password, site.tls());
        }
    }

    private void assertRefused(String clientId, String user, String password, int reason) throws Exception {
        try (var pump = Pump.of(site, clientId)) {
            assertThatThrownBy(() -> pump.connect(user, password, site.tls()))
                    .isInstanceOfSatisfying(
                            MqttException.class,
                            refused -> assertThat(refused.getReasonCode()).isEqualTo(reason));
        }
    }

    private static String user(String clientId) {
        return HOST + "/" + clientId + "/?api-version=2021-04-12&DeviceClientType=test";
    }

    private static String token(String device, String key) {
        return SasTokens.make(HOST + "/devices/" + device, key, later());
    }

    /// As Microsoft's Java client sends it: what is signed is what is sent.
    private static String unencoded(String resource, String key) throws Exception {
        var mac = javax.crypto.Mac.getInstance("HmacSHA256");
        mac.init(new javax.crypto.spec.SecretKeySpec(
                java.util.Base64.getDecoder().decode(key), "HmacSHA256"));
        long end = later().getEpochSecond();
        byte[] signature = mac.doFinal((resource + "\n" + end).getBytes(StandardCharsets.UTF_8));
        String text =
                URLEncoder.encode(java.util.Base64.getEncoder().encodeToString(signature), StandardCharsets.UTF_8);
        return "SharedAccessSignature sig=" + text + "&se=" + end + "&sr=" + resource;
    }

    private static Instant later() {
        return Instant.now().plusSeconds(3600);
    }
}
