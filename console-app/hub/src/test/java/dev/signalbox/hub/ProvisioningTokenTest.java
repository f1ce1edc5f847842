// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.node.NodeView;
import dev.signalbox.operator.provisioning.Approval;
import dev.signalbox.operator.provisioning.NewToken;
import dev.signalbox.operator.provisioning.OperationState;
import dev.signalbox.operator.provisioning.TokenView;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What lets devices ask, whom it lets in, and when it ends.
@Timeout(180)
class ProvisioningTokenTest extends OnProvisioningSite {
    @Test
    void aTokenFixesAnIdTagsItAndIsUsedUp() {
        var tagged = new NewToken(
                "one",
                Optional.of(new DeviceId("pump-1")),
                true,
                List.of(),
                false,
                Map.of("hall", "A"),
                Optional.empty());
        var device = Newcomer.with(desk, tagged);
        assertThat(code(device.asks("{\"deviceId\":\"pump-2\",\"idForm\":\"plain\"}")))
                .isEqualTo("409 operation.other-id");
        String operation = begun(device.asks("{\"idForm\":\"plain\"}"));
        String other = begun(device.asks("{\"deviceId\":null,\"idForm\":\"plain\"}"));
        assertThat(device.view(operation).wanted()).hasValue(new DeviceId("pump-1"));
        var elsewhere = new Approval(Optional.of(new DeviceId("pump-9")), Map.of(), false);
        assertThat(operatorCode(device.approve(operation, elsewhere))).isEqualTo("409 operation.other-id");
        device.approve(operation, false);
        device.collects(operation);
        assertThat(code(device.completes(other))).startsWith("410");
        assertThat(code(device.asks("{}"))).isEqualTo("401 token.ended");
        assertThat(device.completes(operation).statusCode()).isEqualTo(200);
        TokenView view = token("one");
        assertThat(view.uses()).isEqualTo(1);
        assertThat(view.open()).isFalse();
        assertThat(Json.read(desk.get(Paths.NODES + "/pump-1").body(), NodeView.class)
                        .tags())
                .containsEntry("hall", "A");
    }

    @Test
    void anEndedOrRevokedTokenLetsNobodyAskButWhatWasApprovedIsCollected() {
        var soon = new NewToken(
                "soon",
                Optional.empty(),
                false,
                List.of(),
                false,
                Map.of(),
                Optional.of(clock.instant().plusSeconds(60)));
        var late = Newcomer.with(desk, soon);
        var made = Newcomer.make(desk, Newcomer.PLAIN);
        var device = new Newcomer(desk, made.secret());
        String approved = device.asksFor("pump-1").provisioningOperationId();
        String waiting = device.asksFor("pump-2").provisioningOperationId();
        device.approve(approved, false);
        clock.add(Duration.ofSeconds(60));
        assertThat(code(late.asks("{}"))).isEqualTo("401 token.ended");
        desk.ask("DELETE", Paths.PROVISIONING_TOKENS + "/" + made.token().id(), "");
        assertThat(code(device.asks("{}"))).isEqualTo("401 token.ended");
        assertThat(code(device.completes(waiting))).isEqualTo("410 provisioningOperationCancelled");
        String registration = device.collects(approved);
        clock.add(Duration.ofDays(15));
        assertThat(device.refreshes(registration).statusCode()).isEqualTo(201);
        assertThat(token("any").revoked()).isPresent();
    }

    @Test
    void namesOfOpenTokensAreNotTakenTwiceAndBadOnesAreRefused() {
        Newcomer.make(desk, Newcomer.PLAIN);
        assertThat(operatorCode(desk.ask("POST", Paths.PROVISIONING_TOKENS, Newcomer.PLAIN)))
                .isEqualTo("409 token.name-taken");
        desk.ask("DELETE", Paths.PROVISIONING_TOKENS + "/" + token("any").id(), "");
        Newcomer.make(desk, Newcomer.PLAIN);
        for (NewToken bad : List.of(
                new NewToken(" ", Optional.empty(), false, List.of(), false, Map.of(), Optional.empty()),
                new NewToken("a\u001b[2J", Optional.empty(), false, List.of(), false, Map.of(), Optional.empty()),
                new NewToken(
                        "past",
                        Optional.empty(),
                        false,
                        List.of(),
                        false,
                        Map.of(),
                        Optional.of(clock.instant().minusSeconds(1))),
                new NewToken("far", Optional.empty(), false, List.of(), false, Map.of(), Optional.of(Instant.MAX)),
                new NewToken(
                        "path",
                        Optional.of(new DeviceId("register")),
                        false,
                        List.of(),
                        false,
                        Map.of(),
                        Optional.empty()))) {
            assertThat(desk.ask("POST", Paths.PROVISIONING_TOKENS, bad).statusCode())
                    .as(bad.name())
                    .isEqualTo(400);
        }
    }

    @Test
    void anIdApprovedBeforehandComesInOnceAndMayLoseTheAnswer() {
        var device = Newcomer.with(desk, Newcomer.approving(false, "pump-1"));
        String lost = device.asksFor("pump-1").provisioningOperationId();
        assertThat(device.view(lost).state()).isEqualTo(OperationState.APPROVED);
        assertThat(device.view(lost).decidedBy()).isEqualTo("token beforehand");
        String again = device.asksFor("pump-1").provisioningOperationId();
        assertThat(code(device.completes(lost))).isEqualTo("410 provisioningOperationCancelled");
        device.collects(again);
        assertThat(token("beforehand").preApproved()).isEmpty();
        String late = device.asksFor("pump-1").provisioningOperationId();
        assertThat(device.view(late).state()).isEqualTo(OperationState.WAITING);
        assertThat(device.completes(again).statusCode()).isEqualTo(200);
    }

    @Test
    void anIdApprovedBeforehandTakesNobodysPlaceUnlessTheTokenSaysSo() {
        desk.addNode("pump-1", Map.of());
        var careful = Newcomer.with(desk, Newcomer.approving(false, "pump-1"));
        String waits = careful.asksFor("pump-1").provisioningOperationId();
        assertThat(careful.view(waits).state()).isEqualTo(OperationState.WAITING);
        desk.ask("DELETE", Paths.PROVISIONING_TOKENS + "/" + token("beforehand").id(), "");
        var replacing = Newcomer.with(desk, Newcomer.approving(true, "pump-1"));
        String passes = replacing.asksFor("pump-1").provisioningOperationId();
        assertThat(replacing.completes(passes).statusCode()).isEqualTo(200);
    }

    @Test
    void anOperatorApprovesMoreIdsBeforehandAndTakesThemBack() {
        var made = Newcomer.make(desk, Newcomer.PLAIN);
        String path = Paths.PROVISIONING_TOKENS + "/" + made.token().id() + "/pre-approved/";
        desk.ask("PUT", path + "pump-1", Map.of());
        assertThat(Json.read(desk.ask("PUT", path + "pump-2", Map.of()).body(), TokenView.class)
                        .preApproved())
                .containsExactly(new DeviceId("pump-1"), new DeviceId("pump-2"));
        desk.ask("DELETE", path + "pump-1", "");
        var device = new Newcomer(desk, made.secret());
        String first = device.asksFor("pump-1").provisioningOperationId();
        assertThat(device.completes(first).statusCode()).isEqualTo(202);
        String second = device.asksFor("pump-2").provisioningOperationId();
        assertThat(device.completes(second).statusCode()).isEqualTo(200);
    }

    @Test
    void noMoreThanTwentyWaitByAToken() {
        var device = Newcomer.with(desk, Newcomer.PLAIN);
        var begun = IntStream.range(0, 20)
                .mapToObj(i -> device.asksFor("pump-" + i).provisioningOperationId())
                .toList();
        assertThat(code(device.asks("{}"))).isEqualTo("429 operation.too-many");
        device.reject(begun.getFirst());
        assertThat(device.asks("{}").statusCode()).isEqualTo(200);
        clock.add(Duration.ofHours(1));
        assertThat(device.asks("{}").statusCode()).isEqualTo(200);
    }
}
