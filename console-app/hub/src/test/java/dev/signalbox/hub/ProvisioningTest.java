// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.node.NodeView;
import dev.signalbox.operator.provisioning.Approval;
import dev.signalbox.operator.provisioning.GateChange;
import dev.signalbox.operator.provisioning.GateView;
import dev.signalbox.operator.provisioning.OperationState;
import dev.signalbox.operator.provisioning.OperationView;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.provisioning.HubCredentials;
import dev.signalbox.protocol.provisioning.OperationStarted;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// New devices ask, and people decide.
@Timeout(180)
class ProvisioningTest extends OnProvisioningSite {
    @Test
    void anApprovedDeviceRegistersAndSignsIn() throws Exception {
        var device = Newcomer.with(desk, Newcomer.PLAIN);
        OperationStarted asked = device.asksFor("pump-1");
        assertThat(asked.verificationCode()).matches("[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}");
        assertThat(asked.expirationTime())
                .isBetween(clock.instant().plusSeconds(3590), clock.instant().plusSeconds(3610));
        assertThat(device.completes(asked.provisioningOperationId()).statusCode())
                .isEqualTo(202);
        OperationView shown = device.view(asked.provisioningOperationId());
        assertThat(shown.code()).isEqualTo(asked.verificationCode());
        assertThat(shown.from()).isEqualTo("127.0.0.1");
        assertThat(shown.token()).isEqualTo("any");
        var approval = new Approval(Optional.of(new DeviceId("pump-7")), Map.of("hall", "B"), false);
        assertThat(device.approve(asked.provisioningOperationId(), approval).statusCode())
                .isEqualTo(200);
        HubCredentials credentials = device.credentials(device.collects(asked.provisioningOperationId()));
        assertThat(credentials.iotHubHostName()).isEqualTo("127.0.0.1");
        assertThat(credentials.tokenRemainingLifetime()).hasValue("30.00:00:00");
        assertThat(credentials.connectionStringExpiration().orElseThrow())
                .isBetween(clock.instant().plusSeconds(86_390), clock.instant().plusSeconds(86_410));
        assertThat(credentials.signalbox().orElseThrow().mqttPort())
                .isEqualTo(site.address().mqttPort());
        assertThat(device.view(asked.provisioningOperationId()).state()).isEqualTo(OperationState.COLLECTED);
        try (var pump = signIn(credentials)) {
            assertThat(pump.client.isConnected()).isTrue();
            var node = Json.read(desk.get(Paths.NODES + "/pump-7").body(), NodeView.class);
            assertThat(node.tags()).containsEntry("hall", "B");
        }
    }

    @Test
    void aClosedWorkspaceTakesInNobodyAndKeepsWhoIsIn() throws Exception {
        var device = Newcomer.with(desk, Newcomer.PLAIN);
        String in = device.isLetIn("pump-1");
        String waits = device.asksFor("pump-2").provisioningOperationId();
        var answer = desk.ask("PUT", Paths.PROVISIONING_GATE, new GateChange(true));
        assertThat(Json.read(answer.body(), GateView.class).closed()).isTrue();
        assertThat(code(device.asks("{}"))).isEqualTo("423 workspace.closed");
        device.approve(waits, false);
        assertThat(code(device.completes(waits))).isEqualTo("423 workspace.closed");
        assertThat(code(new Newcomer(desk, "sbp_none").asks("{}"))).isEqualTo("401 token.refused");
        try (var pump = signIn(device.credentials(in))) {
            assertThat(pump.client.isConnected()).isTrue();
        }
        site.restart();
        GateView kept = Json.read(desk.get(Paths.PROVISIONING_GATE).body(), GateView.class);
        assertThat(kept.closed()).isTrue();
        assertThat(kept.by()).isNotEmpty();
        assertThat(code(device.asks("{}"))).isEqualTo("423 workspace.closed");
        desk.ask("PUT", Paths.PROVISIONING_GATE, new GateChange(false));
        assertThat(device.completes(waits).statusCode()).isEqualTo(200);
        assertThat(device.asks("{}").statusCode()).isEqualTo(200);
    }

    @Test
    void ofTwoWhoAskWithOneIdTheOtherIsCancelledWhenOneIsApproved() {
        var one = Newcomer.with(desk, Newcomer.PLAIN);
        String first = one.asksFor("pump-1").provisioningOperationId();
        assertThat(one.view(first).askedTwice()).isFalse();
        String second = one.asksFor("pump-1").provisioningOperationId();
        assertThat(one.view(first).askedTwice()).isTrue();
        assertThat(one.view(second).askedTwice()).isTrue();
        one.approve(second, false);
        assertThat(code(one.completes(first))).isEqualTo("410 provisioningOperationCancelled");
        assertThat(one.completes(second).statusCode()).isEqualTo(200);
    }

    @Test
    void whoeverApprovesSecondIsToldSo() throws Exception {
        var device = Newcomer.with(desk, Newcomer.PLAIN);
        for (int round = 0; round < 10; round++) {
            String operation = device.asksFor("pump-" + round).provisioningOperationId();
            Callable<Integer> approving = () -> device.approve(operation, false).statusCode();
            try (var two = Executors.newFixedThreadPool(2)) {
                var answers = two.invokeAll(List.of(approving, approving));
                assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 409);
            }
        }
    }

    @Test
    void aDeviceThatIsThereIsOnlyReplacedOnPurpose() throws Exception {
        var device = Newcomer.with(desk, Newcomer.PLAIN);
        String before = device.isLetIn("pump-1");
        HubCredentials old = device.credentials(before);
        try (var pump = signIn(old)) {
            String operation = device.asksFor("pump-1").provisioningOperationId();
            assertThat(device.view(operation).wantedExists()).isTrue();
            assertThat(operatorCode(device.approve(operation, false))).isEqualTo("409 operation.device-exists");
            assertThat(pump.lost).isFalse();
            assertThat(device.approve(operation, true).statusCode()).isEqualTo(200);
            Site.await(() -> pump.lost);
            assertThat(code(device.registers(before))).isEqualTo("401 registration.refused");
            assertThat(refused(old)).isTrue();
            try (var fresh = signIn(device.credentials(device.collects(operation)))) {
                assertThat(fresh.client.isConnected()).isTrue();
            }
        }
    }

    @Test
    void whoIsRejectedHearsThatHeIsToStop() {
        var device = Newcomer.with(desk, Newcomer.PLAIN);
        String operation = device.asksFor("pump-1").provisioningOperationId();
        assertThat(device.reject(operation).statusCode()).isEqualTo(200);
        assertThat(code(device.completes(operation))).isEqualTo("410 provisioningOperationCancelled");
        assertThat(operatorCode(device.reject(operation))).isEqualTo("409 operation.decided");
        assertThat(device.view(operation).decidedBy()).isEqualTo("owner");
    }

    @Test
    void whatWasCollectedCanBeTakenBack() throws Exception {
        var device = Newcomer.with(desk, Newcomer.PLAIN);
        String operation = device.asksFor("pump-1").provisioningOperationId();
        device.approve(operation, false);
        String registration = device.collects(operation);
        HubCredentials credentials = device.credentials(registration);
        try (var pump = signIn(credentials)) {
            assertThat(device.reject(operation).statusCode()).isEqualTo(200);
            Site.await(() -> pump.lost);
        }
        assertThat(refused(credentials)).isTrue();
        assertThat(code(device.registers(registration))).isEqualTo("401 registration.refused");
        assertThat(code(device.completes(operation))).isEqualTo("410 provisioningOperationCancelled");
    }

    @Test
    void aLaterDeviceOfThatIdIsNotHandedOut() {
        var device = Newcomer.with(desk, Newcomer.PLAIN);
        String approved = device.asksFor("pump-1").provisioningOperationId();
        device.approve(approved, false);
        String registration = device.isLetIn("pump-2");
        for (String id : List.of("pump-1", "pump-2")) {
            desk.ask("DELETE", Paths.NODES + "/" + id, "");
            desk.addNode(id, Map.of());
        }
        assertThat(code(device.completes(approved))).isEqualTo("410 provisioningOperationCancelled");
        assertThat(code(device.registers(registration))).isEqualTo("401 registration.refused");
    }

    @Test
    void allSurvivesARestart() {
        var device = Newcomer.with(desk, Newcomer.PLAIN);
        String operation = device.asksFor("pump-1").provisioningOperationId();
        String registration = device.isLetIn("pump-2");
        site.restart();
        try (var again = new Desk(site)) {
            again.bearer = desk.bearer;
            var back = new Newcomer(again, device.secret());
            back.approve(operation, false);
            assertThat(back.completes(operation).statusCode()).isEqualTo(200);
            assertThat(back.registers(registration).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whoWatchesSeesDevicesComeAndBeDecided() throws Exception {
        var device = Newcomer.with(desk, Newcomer.PLAIN);
        String first = device.asksFor("pump-1").provisioningOperationId();
        try (var listener = new Listener(desk, Paths.LIVE_PROVISIONING, "")) {
            assertThat(shown(listener).id()).isEqualTo(first);
            String second = device.asksFor("pump-1").provisioningOperationId();
            var both = List.of(shown(listener), shown(listener));
            assertThat(both).extracting(OperationView::id).containsExactly(second, first);
            assertThat(both).allMatch(OperationView::askedTwice);
            device.approve(first, false);
            var after = List.of(shown(listener), shown(listener));
            assertThat(after)
                    .extracting(OperationView::state)
                    .containsExactlyInAnyOrder(OperationState.APPROVED, OperationState.CANCELLED);
        }
    }
}
