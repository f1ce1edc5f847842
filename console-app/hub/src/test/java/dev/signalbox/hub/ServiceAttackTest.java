// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.policy.PolicyChange;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Attacks on the service side: by strangers, and by back ends that want more than their policy grants.
class ServiceAttackTest extends UnderAttack {
    private static final String API = "?api-version=2021-04-12";
    private static final String ESCAPE = "%2e%2e";

    static BackEnd old;

    @BeforeAll
    static void revoke() {
        desk.ask("PUT", Paths.POLICIES + "/jobs", new PolicyChange(List.of("RegistryWrite")));
        old = BackEnd.of(desk, "jobs");
        desk.ask("POST", Paths.POLICIES + "/jobs/keys", "");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokens")
    void noSuchToken(String attack, Supplier<String> token) throws Exception {
        try (var intruder = Intruder.atHttps(site)) {
            var answer = intruder.asks("DELETE", "/devices/victim" + API, token.get(), "");
            assertThat(answer.status()).as(answer.body()).isEqualTo(401);
            assertThat(answer.head()).contains("iothub-errorcode: IotHubUnauthorizedAccess");
            audit.tells(intruder.address, "policy.unauthorised");
        }
    }

    static Stream<Arguments> tokens() {
        Supplier<String> good = () -> owner.signature(HOST, later());
        return Stream.of(
                row("none", () -> ""),
                row("a session", () -> "Bearer " + desk.bearer),
                row("a device's", () -> token("/devices/victim", victim.primaryKey())),
                row("a device's with a policy's name", () -> token("", victim.primaryKey()) + "&skn=iothubowner"),
                row("renewed key", () -> old.signature(HOST, later())),
                row("another policy's key", () -> new BackEnd(desk, "service", owner.key()).signature(HOST, later())),
                row("expired", () -> owner.signature(HOST, Instant.now().minusSeconds(1))),
                row("before all time", () -> good.get().replaceFirst("se=\\d+", "se=-9223372036854775808")),
                row("after all time", () -> good.get().replaceFirst("se=\\d+", "se=9223372036854775808")),
                row("expiry moved", () -> good.get().replaceFirst("se=\\d+", "se=4102444800")),
                row("another device", () -> owner.signature(HOST + "/devices/thief", later())),
                row("name begins alike", () -> owner.signature(HOST + "/devices/vic", later())),
                row("another resource", () -> owner.signature(HOST + "/twins", later())),
                row("another host", () -> owner.signature("evil.example", later())),
                row("empty resource", () -> owner.signature("", later())),
                row("resource named twice", () -> owner.signature(HOST + "/twins", later()) + "&sr=" + HOST),
                row(
                        "policy named twice",
                        () -> BackEnd.of(desk, "service").signature(HOST, later()) + "&skn=iothubowner"),
                row("policy SQL", () -> good.get().replace("skn=iothubowner", "skn=x'%20OR%20'1'='1")),
                row("steers a terminal", () -> good.get().replace("skn=iothubowner", "skn=%1b%5b2J%0aRefused")),
                row("no algorithm", () -> good.get().replaceFirst("sig=[^&]*", "sig=")),
                row("too long", () -> good.get() + "&x=" + "x".repeat(5000)));
    }

    @ParameterizedTest
    @CsvSource({
        "registryRead, DELETE, /devices/victim",
        "registryRead, PUT, /devices/victim",
        "registryRead, PATCH, /twins/victim",
        "registryRead, POST, /twins/victim/methods",
        "registryRead, POST, /devices",
        "service, DELETE, /devices/victim",
        "service, GET, /devices/victim",
        "service, POST, /devices",
        "registryReadWrite, POST, /twins/victim/methods",
        "registryReadWrite, PUT, /jobs/v2/j",
        "registryReadWrite, DELETE, /devices/victim/commands",
        "device, GET, /twins/victim",
        "device, GET, /devices/victim",
        "device, PATCH, /twins/victim",
        "device, POST, /devices/query",
    })
    void noRightThatThePolicyLacks(String policy, String method, String path) throws Exception {
        try (var intruder = Intruder.atHttps(site)) {
            String token = BackEnd.of(desk, policy).signature(HOST, later());
            assertThat(intruder.asks(method, path + API, token, "{}").status()).isEqualTo(401);
            audit.tells(intruder.address, "policy.unauthorised");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PATCH /twins/victim {\"properties\":{\"desired\":{\"signalbox\":{\"release\":1,\"steps\":[]}}}}",
                "PATCH /twins/victim {\"properties\":{\"desired\":{\"signalbox\":null}}}",
                "PUT /twins/victim {\"properties\":{\"desired\":{\"signalbox\":{}}}}",
                "PUT /jobs/v2/order {\"type\":\"scheduleUpdateTwin\",\"queryCondition\":\"deviceId = 'victim'\",\"updateTwin\":"
                        + "{\"etag\":\"*\",\"properties\":{\"desired\":{\"signalbox\":{}}}}}",
                "PUT /devices/../victim {\"deviceId\":\"victim\"}",
                "PUT /devices/" + ESCAPE + "%2fx {\"deviceId\":\"x\"}",
                "PUT /devices/a%00b {\"deviceId\":\"a\"}",
                "PUT /devices/x'%3BDROP%20TABLE%20device {}",
                "PUT /devices/new {\"deviceId\":\"victim\"}",
                "PUT /devices/victim/modules/" + ESCAPE + "%2fx {\"deviceId\":\"victim\",\"moduleId\":\"../x\"}",
                "POST /twins/victim/methods {\"methodName\":\"a/?$rid=1&x=\",\"payload\":1}",
                "POST /twins/victim/methods {\"methodName\":\"signalbox.stop\",\"payload\":1}",
                "POST /twins/victim/methods {\"methodName\":\"#\",\"payload\":1}",
                "PATCH /twins/victim {\"tags\":{\"a.b\":1}}",
                "PATCH /twins/victim {\"tags\":{\"$where\":1}}",
                "PATCH /twins/victim {\"tags\":{\"n\":1" + "0000000000" + "0000000000}}",
                "POST /devices/query {\"query\":\"SELECT * FROM devices; DROP TABLE device\"}",
                "POST /devices/query {\"query\":\"SELECT * FROM sqlite_master\"}",
                "POST /devices/query {\"query\":\"SELECT * FROM devices WHERE load_extension('x')\"}",
                "POST /devices/query {\"query\":\"SELECT primaryKey FROM devices UNION SELECT 1\"}",
            })
    void isRefused(String attack) {
        String[] parts = attack.split(" ", 3);
        var answer = owner.ask(parts[0], parts[1], parts[2], "If-Match", "*");
        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 404, 405);
        assertThat(answer.body()).containsPattern("problem|remedy").doesNotContain("SQLITE", "Exception:", "at dev.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'; DROP TABLE device; --", "\" OR 1=1 --", "a' UNION SELECT primary_key FROM device --", "%_\\"
            })
    void aValueIsOnlyAValue(String value) {
        String text = Json.writeText(value);
        owner.ask("PATCH", "/twins/thief", "{\"tags\":{\"t\":" + text + ",\"n\":{" + text.replace(".", "") + ":1}}}");
        owner.ask("PATCH", "/twins/thief", "{\"tags\":{\"t\":" + text + "}}");
        var found = owner.ask(
                "POST",
                "/devices/query",
                Json.writeText(Map.of(
                        "query", "SELECT deviceId FROM devices WHERE tags.t = '" + value.replace("'", "''") + "'")));
        assertThat(found.body()).doesNotContain("victim", thief.primaryKey());
        assertThat(owner.json("/twins/thief").at("/tags/t").asString()).isEqualTo(value);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void noBodyIsABomb(String attack, String path, String body) {
        var answer = owner.ask("POST", path, body);
        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 413);
        assertThat(answer.body().length()).isLessThan(4000);
    }

    static Stream<Arguments> bombs() {
        String query = "{\"query\":\"SELECT * FROM devices WHERE %s\"}";
        return Stream.of(
                Arguments.of("deep JSON", "/devices/query", "[".repeat(1_000_000)),
                Arguments.of("deep objects", "/devices", "{\"a\":".repeat(500_000)),
                Arguments.of("ten million digits", "/devices/query", "{\"query\":" + "9".repeat(3_000_000) + "}"),
                Arguments.of("a number beyond all", "/devices/query", "{\"query\":1e999999999}"),
                Arguments.of("five megabytes", "/devices/query", "{\"query\":\"" + "x".repeat(5_000_000) + "\"}"),
                Arguments.of("a thousand devices", "/devices", "[" + "{\"id\":\"x\"},".repeat(999) + "{\"id\":\"x\"}]"),
                Arguments.of(
                        "deep query", "/devices/query", query.formatted("(".repeat(4000) + "1" + ")".repeat(4000))),
                Arguments.of("NOT NOT NOT", "/devices/query", query.formatted("NOT ".repeat(2000) + "true")),
                Arguments.of("long query", "/devices/query", query.formatted("a = 1 OR ".repeat(2000) + "a = 1")),
                Arguments.of(
                        "a thousand items more",
                        "/devices/query",
                        query.formatted("a IN [" + "1,".repeat(2000) + "1]")));
    }

    @Test
    void aMessageThatDoesNotFitIntoATopicIsRefused() {
        var long60 = Map.of("p", "x".repeat(65_300));
        var answer = desk.ask(
                "POST", Paths.NODES + "/victim/messages", new dev.signalbox.operator.node.NewMessage("", long60, 600));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("cloud.too-large");
    }

    @Test
    void anEtagOfTheDayBeforeOrOfAnotherChangesNothing() {
        String other = owner.json("/devices/thief").get("etag").asString();
        for (String etag : List.of("\"" + other + "\"", "\"\"", "W/\"x\"", "'*'", "**")) {
            var answer = owner.ask(
                    "PUT", "/devices/victim", "{\"deviceId\":\"victim\",\"status\":\"disabled\"}", "If-Match", etag);
            assertThat(answer.statusCode()).as(etag).isIn(400, 412);
        }
    }

    private static Arguments row(String attack, Supplier<String> token) {
        return Arguments.of(attack, token);
    }
}
