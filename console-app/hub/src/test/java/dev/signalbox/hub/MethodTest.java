// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signalbox.hub.method.MethodCall;
import dev.signalbox.hub.method.MethodResult;
import dev.signalbox.hub.method.Methods;
import dev.signalbox.operator.node.DeviceKeys;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.codec.Topics;
import dev.signalbox.protocol.identity.ClientId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MethodTest extends OnSite {
    private static final ClientId PUMP = ClientId.parse("pump-1");

    DeviceKeys keys;

    @BeforeEach
    void start() {
        keys = desk.addNode("pump-1", Map.of());
    }

    @Test
    void aMethodIsCalledAndAnsweredWithAnyJson() throws Exception {
        try (var pump = Pump.signedIn(site, keys)) {
            pump.listen(Topics.METHOD_CALLS, 0);
            for (String payload : new String[] {"{\"delay\":5}", "[1]", "\"now\"", "7", "null"}) {
                var asked = call("reboot", json(payload));
                var heard = pump.answers(200, payload);
                assertThat(heard.topic()).startsWith("$iothub/methods/POST/reboot/?$rid=");
                assertThat(heard.body()).isEqualTo(payload);
                assertThat(result(asked)).isEqualTo(new MethodResult(200, json(payload)));
            }
        }
    }

    @Test
    void withoutPayloadNothingIsSentAndAnEmptyAnswerIsNull() throws Exception {
        try (var pump = Pump.signedIn(site, keys)) {
            pump.listen(Topics.METHOD_CALLS, 0);
            var asked = methods().call(PUMP, new MethodCall("stop", Optional.empty(), Duration.ZERO, patient()));
            assertThat(pump.answers(404, "").body()).isEmpty();
            assertThat(result(asked)).isEqualTo(new MethodResult(404, json("null")));
        }
    }

    @Test
    void oneWhoIsAwayOrDoesNotListenIsNotOnline() throws Exception {
        assertFails(call("reboot", json("1")), "method.not-online");
        try (var pump = Pump.signedIn(site, keys)) {
            assertFails(call("reboot", json("1")), "method.not-online");
            pump.listen(Topics.METHOD_CALLS, 0);
            pump.client.unsubscribe(Topics.METHOD_CALLS).waitForCompletion(5000);
            assertFails(call("reboot", json("1")), "method.not-online");
            assertFails(
                    methods().call(PUMP, new MethodCall("x", Optional.empty(), Duration.ofMillis(20), patient())),
                    "method.not-online");
        }
    }

    @Test
    void withinTheConnectTimeoutOneWaitsUntilTheDeviceListens() throws Exception {
        var early = methods().call(PUMP, new MethodCall("reboot", Optional.of(json("1")), patient(), patient()));
        try (var pump = Pump.signedIn(site, keys)) {
            assertThat(early).isNotDone();
            pump.listen(Topics.METHOD_CALLS, 1);
            pump.answers(200, "2");
            assertThat(result(early).payload()).isEqualTo(json("2"));
        }
    }

    @Test
    void methodsWorkAtOnceAfterAReconnect() throws Exception {
        try (var pump = Pump.signedIn(site, keys)) {
            pump.listen(Topics.METHOD_CALLS, 0);
        }
        for (int round = 0; round < 5; round++) {
            try (var older = Pump.signedIn(site, keys);
                    var newer = Pump.signedIn(site, keys)) {
                var asked = methods().call(PUMP, new MethodCall("reboot", Optional.empty(), patient(), patient()));
                newer.answers(200, "\"new\"");
                assertThat(result(asked).payload()).isEqualTo(json("\"new\""));
                assertThat(older.heard).isEmpty();
            }
        }
    }

    @Test
    void aSilentDeviceTimesOutAndItsLateAnswerDisturbsNobody() throws Exception {
        try (var pump = Pump.signedIn(site, keys)) {
            pump.listen(Topics.METHOD_CALLS, 0);
            assertFails(
                    methods().call(PUMP, new MethodCall("slow", Optional.empty(), Duration.ZERO, Duration.ofMillis(1))),
                    "method.timed-out");
            pump.answers(200, "\"late\"");
            var asked = call("quick", json("1"));
            pump.answers(200, "\"in time\"");
            assertThat(result(asked).payload()).isEqualTo(json("\"in time\""));
        }
    }

    @Test
    void nobodyAnswersForAnother() throws Exception {
        try (var pump = Pump.signedIn(site, keys);
                var thief = Pump.signedIn(site, desk.addNode("pump-2", Map.of()))) {
            pump.listen(Topics.METHOD_CALLS, 0);
            var asked = call("reboot", json("1"));
            var heard = pump.hearsAny();
            String answer = heard.topic().replaceFirst(".*(?=\\?)", "\\$iothub/methods/res/200/");
            thief.publish(answer, "\"thief\"".getBytes(StandardCharsets.UTF_8), 1);
            pump.publish(answer, "\"pump\"".getBytes(StandardCharsets.UTF_8), 1);
            assertThat(result(asked).payload()).isEqualTo(json("\"pump\""));
        }
    }

    @Test
    void whatIsNoJsonOrTooLargeIsAnAnswerNobodyCanUse() throws Exception {
        try (var pump = Pump.signedIn(site, keys)) {
            pump.listen(Topics.METHOD_CALLS, 0);
            var first = call("a", json("1"));
            pump.answers(200, "{");
            assertFails(first, "method.bad-answer");
            var second = call("b", json("1"));
            pump.answers(200, "\"" + "x".repeat(Methods.LARGEST_PAYLOAD) + "\"");
            assertFails(second, "method.bad-answer");
            assertFails(call("c", json("\"" + "x".repeat(Methods.LARGEST_PAYLOAD) + "\"")), "method.too-large");
        }
    }

    @Test
    void theHubsOwnMethodsAndBadNamesAndTimesAreRefused() {
        assertRefused("signalbox.restart", Duration.ZERO, patient(), "method.reserved");
        assertRefused("SignalBox.restart", Duration.ZERO, patient(), "method.reserved");
        assertRefused("a/b", Duration.ZERO, patient(), "method.name-refused");
        assertRefused("", Duration.ZERO, patient(), "method.name-refused");
        assertRefused("x", Duration.ofSeconds(301), patient(), "method.timeout-refused");
        assertRefused("x", Duration.ZERO, Duration.ZERO, "method.timeout-refused");
    }

    private CompletableFuture<MethodResult> call(String name, JsonNode payload) {
        return methods().call(PUMP, new MethodCall(name, Optional.of(payload), Duration.ZERO, patient()));
    }

    private Methods methods() {
        return site.inside().methods();
    }

    private static MethodResult result(CompletableFuture<MethodResult> asked) throws Exception {
        return asked.get(60, TimeUnit.SECONDS);
    }

    private static void assertFails(CompletableFuture<MethodResult> asked, String code) {
        assertThatThrownBy(() -> asked.get(60, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failed -> assertThat(failed.problem().code()).isEqualTo(code));
    }

    private static void assertRefused(String name, Duration connect, Duration response, String code) {
        assertThatThrownBy(() -> new MethodCall(name, Optional.empty(), connect, response))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }

    private static JsonNode json(String text) {
        return Json.readTree(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Duration patient() {
        return Duration.ofSeconds(20);
    }
}
