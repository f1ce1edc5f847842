// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.provisioning.NewToken;
import dev.signalbox.operator.provisioning.OperationState;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.identity.DeviceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Somebody wants in by way of provisioning: with a stolen token, with guesses, with what is not made for it.
class ProvisioningAttackTest extends UnderAttack {
    private static int tokens;

    /// One who has stolen a token, which is nobody else's.
    private static Newcomer thief() {
        var asked = new NewToken(
                "stolen " + tokens++, Optional.empty(), false, List.of(), false, Map.of(), Optional.empty());
        return Newcomer.with(desk, asked);
    }

    @Test
    void aStolenTokenOpensNothingButTheAsking() throws Exception {
        Newcomer thief = thief();
        String operation = thief.asksFor("victim").provisioningOperationId();
        assertThat(thief.completes(operation).statusCode()).isEqualTo(202);
        assertThat(thief.registers(thief.secret()).statusCode()).isEqualTo(401);
        assertThat(thief.refreshes(thief.secret()).statusCode()).isEqualTo(410);
        for (String path : List.of(Paths.PROVISIONING_TOKENS, Paths.PROVISIONING_OPERATIONS, "/workspaces/main")) {
            for (String header : List.of("DeviceToken ", "Bearer ")) {
                var request = desk.request(path).header("Authorization", header + thief.secret());
                assertThat(desk.send(request).statusCode()).as(header + path).isEqualTo(401);
            }
        }
        try (var intruder = Intruder.atMqtt(site)) {
            assertThat(intruder.signsIn("victim", thief.secret())).isIn(4, 5);
        }
    }

    @Test
    void nobodyTakesTheVictimsPlaceByItsName() {
        Newcomer thief = thief();
        String operation = thief.asksFor("victim").provisioningOperationId();
        assertThat(thief.view(operation).wantedExists()).isTrue();
        assertThat(thief.approve(operation, false).statusCode()).isEqualTo(409);
        assertThat(thief.completes(operation).statusCode()).isEqualTo(202);
    }

    @Test
    void anOperationIsOfOneTokenAndACodeIsNoKey() {
        Newcomer right = thief();
        var asked = right.asksFor("mine");
        Newcomer thief = thief();
        for (String guess : List.of(asked.provisioningOperationId(), asked.verificationCode(), "", "' OR 1=1 --")) {
            assertThat(thief.completes(guess).statusCode()).as(guess).isEqualTo(404);
        }
        assertThat(thief.call("PUT", "/provisioning-operations/complete", "sbp_guess", "{}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(right.completes(asked.provisioningOperationId()).statusCode())
                .isEqualTo(202);
    }

    @Test
    void aRegistrationTokenIsOfOneDeviceAndOneProvisioningToken() {
        Newcomer right = thief();
        String registration = right.isLetIn("mine-" + tokens);
        Newcomer thief = thief();
        assertThat(thief.refreshes(registration).statusCode()).isEqualTo(403);
        assertThat(thief.asks("{}").statusCode()).isEqualTo(200);
        assertThat(thief.call("POST", "/provisioning-operations/init", registration, "{}")
                        .statusCode())
                .isEqualTo(401);
        assertThat(right.registers(registration).statusCode()).isEqualTo(200);
        look();
    }

    @Test
    void whatIsTriedIsInTheAuditTrail() throws Exception {
        try (var intruder = Intruder.atHttps(site)) {
            String body = "{\"connectionStringType\":\"x\"}";
            assertThat(intruder.asks("PUT", "/devices/register", "DeviceToken sbr_guess", body)
                            .status())
                    .isEqualTo(401);
            audit.tells(intruder.address, "registration.refused");
        }
        try (var intruder = Intruder.atHttps(site)) {
            String path = "/provisioning-operations/init";
            assertThat(intruder.asks("POST", path, "DeviceToken sbp_guess", "{}")
                            .status())
                    .isEqualTo(401);
            audit.tells(intruder.address, "token.refused");
        }
    }

    @Test
    void noHostNameButItsOwnIsSigned() throws Exception {
        Newcomer right = thief();
        String registration = right.isLetIn("mine-" + tokens);
        try (var intruder = Intruder.atHttps(site)) {
            String body = "{\"connectionStringType\":\"SharedAccessSignature\"}";
            var answer = intruder.asks("PUT /devices/register HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n"
                    + "Authorization: DeviceToken " + registration + "\r\nContent-Length: " + body.length()
                    + "\r\n\r\n" + body);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).doesNotContain("Shared");
        }
        look();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "null",
                "[]",
                "{\"deviceId\":[1]}",
                "{\"deviceId\":{}}",
                "{\"deviceId\":\"\\u0000\"}",
                "{\"deviceId\":\"../victim\"}",
                "{\"deviceId\":\"a/b\"}",
                "{\"deviceId\":\"v\\u0456ctim\",\"idForm\":\"plain\"}",
                "{\"deviceId\":\"register\",\"idForm\":\"plain\"}",
                "{\"deviceId\":\"registration-tokens\",\"idForm\":\"plain\"}"
            })
    void badBodiesAreRefusedAndBeginNothing(String body) {
        Newcomer thief = thief();
        long before = Newcomer.operations(desk).size();
        assertThat(thief.asks(body).statusCode()).isEqualTo(400);
        assertThat(Newcomer.operations(desk)).hasSize((int) before);
    }

    @Test
    void idsAndBodiesThatAreTooLongAreRefused() throws Exception {
        Newcomer thief = thief();
        assertThat(thief.asks("{\"deviceId\":\"" + "a".repeat(129) + "\",\"idForm\":\"plain\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(thief.asks("{\"deviceId\":\"" + "a".repeat(128) + "\"}").statusCode())
                .isEqualTo(400);
        try (var intruder = Intruder.atHttps(site)) {
            String tooLong = "{\"x\":\"" + "a".repeat(20_000) + "\"}";
            var answer =
                    intruder.asks("POST", "/provisioning-operations/init", "DeviceToken " + thief.secret(), tooLong);
            assertThat(answer.status()).isIn(413, Intruder.SHUT_OUT);
            audit.tells(intruder.address, "http.too-large");
        }
        assertThat(thief.call("POST", "/provisioning-operations/init", "s".repeat(5_000), "{}")
                        .statusCode())
                .isEqualTo(401);
        assertThat(thief.call("POST", "/provisioning-operations/init", "signalbox2.e30", "{}")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aFloodOfAskingIsDammed() {
        Newcomer thief = thief();
        List<Integer> statuses = IntStream.range(0, 70)
                .mapToObj(_ -> thief.asks("{}").statusCode())
                .toList();
        assertThat(statuses.subList(0, 20)).containsOnly(200);
        assertThat(statuses.subList(20, 70)).containsOnly(429);
        assertThat(thief.asks("{}").body()).contains("operation.too-often");
        assertThat(thief().asks("{}").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /workspaces/main",
                "GET /workspaces/main/provisioning-operations",
                "PUT /workspaces/main/provisioning-operations/approve",
                "PUT /workspaces/main/provisioning-operations/cancel",
                "GET /workspaces/main/devices/victim/desired-properties",
                "PUT /workspaces/main/devices/victim/desired-properties",
                "PATCH /workspaces/main/devices/victim/desired-properties",
                "POST /workspaces/main/devices/victim/c2d-messages",
                "DELETE /workspaces/main/devices/victim/delete",
                "DELETE /workspaces//main/devices/victim/delete",
                "DELETE /%77orkspaces/main/devices/victim/delete"
            })
    void whoIsNoOperatorReachesNoWorkspace(String call) {
        String[] parts = call.split(" ");
        String body = parts[0].equals("GET") || parts[0].equals("DELETE") ? "" : "{\"speed\":1}";
        int status = thief().call(parts[0], parts[1], "sbp_guess", body).statusCode();
        assertThat(status).isIn(401, 404);
    }

    @Test
    void anOperatorOfAnotherWorkspaceIsNotKnownHere() {
        var answer = desk.ask("DELETE", "/workspaces/other/devices/victim/delete", "");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(desk.ask("PUT", "/workspaces/main/devices/victim/desired-properties", List.of(1))
                        .statusCode())
                .isEqualTo(400);
        assertThat(desk.ask("PUT", "/workspaces/main/devices/victim/desired-properties", Map.of("signalbox", 1))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void noSecretIsOnTheDiskOrInTheLog() throws IOException {
        Newcomer right = thief();
        String registration = right.isLetIn("mine-" + tokens);
        right.registers(registration);
        right.call("PUT", "/devices/register", right.secret(), "{\"connectionStringType\":\"" + right.secret() + "\"}");
        audit.isClean(right.secret(), registration);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(bytes).as(file.toString()).doesNotContain(registration, right.secret());
            }
        }
        look();
    }

    @Test
    void ofTwoThievesWithAnApprovalBeforehandOnlyOneGetsIn() {
        var asked = new NewToken(
                "beforehand",
                Optional.empty(),
                true,
                List.of(new DeviceId("prize")),
                false,
                Map.of(),
                Optional.empty());
        Newcomer thief = Newcomer.with(desk, asked);
        String first = thief.asksFor("prize").provisioningOperationId();
        String second = thief.asksFor("prize").provisioningOperationId();
        assertThat(thief.completes(first).statusCode()).isEqualTo(410);
        assertThat(thief.completes(second).statusCode()).isEqualTo(200);
        assertThat(thief.asks("{}").statusCode()).isEqualTo(401);
        assertThat(thief.view(second).state()).isEqualTo(OperationState.COLLECTED);
        assertThat(thief.view(second).from()).isEqualTo("127.0.0.1");
        look();
    }
}
