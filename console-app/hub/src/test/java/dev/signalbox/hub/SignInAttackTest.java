// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.operator.policy.PolicyChange;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.SasTokens;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Attacks on the door for devices by those who are none, or another.
class SignInAttackTest extends UnderAttack {
    private static final int MALFORMED = 4;
    private static final int NOT_LET_IN = 5;

    static String oldKey = "";
    static BackEnd oldPolicy;
    static DeviceKeys banned;
    static DeviceKeys gone;
    static String moduleKey = "";

    @BeforeAll
    static void revoke() {
        DeviceKeys renewed = desk.addNode("renewed", Map.of());
        oldKey = renewed.primaryKey();
        desk.ask("POST", Paths.DEVICES + "/renewed/keys", Map.of("primary", true, "secondary", true));
        desk.ask("PUT", Paths.POLICIES + "/gateway", new PolicyChange(List.of("DeviceConnect")));
        oldPolicy = BackEnd.of(desk, "gateway");
        desk.ask("POST", Paths.POLICIES + "/gateway/keys", "");
        banned = desk.addNode("banned", Map.of());
        owner.ask("PUT", "/devices/banned", "{\"deviceId\":\"banned\",\"status\":\"disabled\"}", "If-Match", "*");
        gone = desk.addNode("gone", Map.of());
        desk.ask("DELETE", Paths.NODES + "/gone", "");
        String module = owner.ask("PUT", "/devices/victim/modules/m", "{\"deviceId\":\"victim\",\"moduleId\":\"m\"}")
                .body();
        moduleKey = module.replaceFirst("(?s).*\"primaryKey\":\"([^\"]+)\".*", "$1");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void isNotLetIn(String attack, String id, Supplier<String> password, String code) throws Exception {
        try (var intruder = Intruder.atMqtt(site)) {
            int answer = intruder.signsIn(id, password.get());
            assertThat(answer).isEqualTo(code.equals("device.sign-in-malformed") ? MALFORMED : NOT_LET_IN);
            assertThat(intruder.isShutOut()).isTrue();
            audit.tells(intruder.address, code);
        }
    }

    static Stream<Arguments> attacks() {
        String good = token("/devices/victim", victim.primaryKey());
        String signature = good.replaceFirst(".*sig=([^&]*).*", "$1");
        return Stream.of(
                row("no signature", "victim", () -> "", "wrong-key"),
                row("rubbish", "victim", () -> "SharedAccessSignature \u001b[2J\n&sig=&&&se=x", "wrong-key"),
                row("empty signature", "victim", () -> good.replace(signature, ""), "wrong-key"),
                row(
                        "half a signature",
                        "victim",
                        () -> good.replace(signature, signature.substring(0, 20)),
                        "wrong-key"),
                row("another's key", "victim", () -> token("/devices/victim", thief.primaryKey()), "wrong-key"),
                row("another's signature", "victim", () -> token("/devices/thief", thief.primaryKey()), "wrong-key"),
                row("name begins alike", "victim", () -> token("/devices/vic", victim.primaryKey()), "wrong-key"),
                row("another host's", "victim", () -> foreign(victim.primaryKey()), "wrong-key"),
                row("resource named twice", "victim", () -> good + "&sr=other%2Fdevices%2Fvictim", "wrong-key"),
                row("expired", "victim", () -> expiring(good, "1000000000"), "wrong-key"),
                row("expiry moved", "victim", () -> expiring(good, "4000000000"), "wrong-key"),
                row("expiry overflows", "victim", () -> expiring(good, "9".repeat(30)), "wrong-key"),
                row("expiry below zero", "victim", () -> expiring(good, "-1"), "wrong-key"),
                row("other algorithm", "victim", () -> signed("HmacSHA1"), "wrong-key"),
                row("longer algorithm", "victim", () -> signed("HmacSHA512"), "wrong-key"),
                row("renewed key", "renewed", () -> token("/devices/renewed", oldKey), "wrong-key"),
                row("renewed policy", "victim", () -> oldPolicy.signature(HOST, later()), "wrong-key"),
                row("policy that lets none in", "victim", () -> policy("service"), "wrong-key"),
                row("policy that is none", "victim", () -> good + "&skn=nobody", "wrong-key"),
                row("own key as a policy's", "victim", () -> good + "&skn=iothubowner", "wrong-key"),
                row("disabled", "banned", () -> token("/devices/banned", banned.primaryKey()), "disabled"),
                row("deleted", "gone", () -> token("/devices/gone", gone.primaryKey()), "not-known"),
                row("other case", "VICTIM", () -> token("/devices/VICTIM", victim.primaryKey()), "not-known"),
                row("module as its device", "victim", () -> token("/devices/victim", moduleKey), "wrong-key"),
                row("device as its module", "victim/m", () -> good, "wrong-key"),
                row("path escape", "../victim", () -> good, "sign-in-malformed"),
                row("encoded escape", "x%2F..%2Fvictim", () -> good, "sign-in-malformed"),
                row("three steps", "victim/m/..", () -> good, "sign-in-malformed"),
                row("wildcard", "victim/#", () -> good, "sign-in-malformed"),
                row("line break", "victim\nRefused nobody", () -> good, "sign-in-malformed"),
                row("steers a terminal", "vic\u001b]0;x\u0007\u001b[2Jtim", () -> good, "sign-in-malformed"),
                row("SQL", "victim'; DROP TABLE device; --", () -> good, "sign-in-malformed"),
                row("long", "v".repeat(290), () -> good, "sign-in-malformed"));
    }

    @Test
    void oneNameAsClientAndAnotherAsUser() throws Exception {
        try (var intruder = Intruder.atMqtt(site)) {
            String own = token("/devices/thief", thief.primaryKey());
            assertThat(intruder.signsIn("victim", HOST + "/thief/?api-version=2021-04-12", own))
                    .isEqualTo(MALFORMED);
            audit.tells(intruder.address, "device.sign-in-malformed");
        }
        try (var intruder = Intruder.atMqtt(site)) {
            assertThat(intruder.signsIn(
                            "victim", "evil.example/victim/?api-version=2021-04-12", foreign(victim.primaryKey())))
                    .isEqualTo(MALFORMED);
            audit.tells(intruder.address, "device.foreign-host");
        }
    }

    @Test
    void aCertificateOfOnesOwnMaking() throws Exception {
        var made = Certificate.selfSigned("victim");
        try (var intruder = Intruder.atMqtt(site, made)) {
            assertThat(intruder.signsIn("victim", "")).isEqualTo(NOT_LET_IN);
            audit.tells(intruder.address, "device.wrong-certificate");
        }
    }

    @Test
    void anotherProtocolLevelOnTheWayAround() throws Exception {
        for (int level : new int[] {0, 3, 255}) {
            try (var intruder = Intruder.atMqtt(site)) {
                String good = token("/devices/victim", victim.primaryKey());
                intruder.says(Intruder.connect(level, "victim", HOST + "/victim/?api-version=2021-04-12", good));
                byte[] answer = intruder.hears();
                assertThat(answer.length == 0 || answer[3] != 0)
                        .as("level " + level)
                        .isTrue();
            }
        }
    }

    private static Arguments row(String attack, String id, Supplier<String> password, String code) {
        return Arguments.of(attack, id, password, "device." + code);
    }

    private static String policy(String name) {
        return BackEnd.of(desk, name).signature(HOST, later());
    }

    private static String foreign(String key) {
        return SasTokens.make("evil.example/devices/victim", key, later());
    }

    private static String expiring(String token, String at) {
        return token.replaceFirst("se=\\d+", "se=" + at);
    }

    private static String signed(String algorithm) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(victim.primaryKey()), algorithm));
            String resource = URLEncoder.encode(HOST + "/devices/victim", StandardCharsets.UTF_8);
            long end = later().getEpochSecond();
            byte[] made = mac.doFinal((resource + "\n" + end).getBytes(StandardCharsets.UTF_8));
            return "SharedAccessSignature sr=" + resource + "&sig="
                    + URLEncoder.encode(Base64.getEncoder().encodeToString(made), StandardCharsets.UTF_8) + "&se="
                    + end;
        } catch (java.security.GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
