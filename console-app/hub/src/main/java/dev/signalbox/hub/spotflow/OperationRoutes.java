// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.spotflow;

import dev.signalbox.hub.provisioning.Decider;
import dev.signalbox.hub.provisioning.Operations;
import dev.signalbox.operator.provisioning.Approval;
import dev.signalbox.operator.provisioning.OperationState;
import dev.signalbox.operator.provisioning.OperationView;
import dev.signalbox.protocol.identity.DeviceId;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where programs of operators decide who comes in.
public final class OperationRoutes {
    private static final String OPERATIONS = WorkspaceRoutes.WORKSPACE + "/provisioning-operations";

    private final Operations operations;

    public OperationRoutes(Operations operations) {
        this.operations = operations;
    }

    /// @param deviceId the id it gets instead of the one it asked for
    public record Decision(String provisioningOperationId, Optional<String> deviceId) {}

    /// @param deviceId the id it gets if it was let in, else the one it asks for
    public record Listed(
            String provisioningOperationId,
            String verificationCode,
            Optional<DeviceId> deviceId,
            Instant expirationTime) {
        static Listed of(OperationView view) {
            return new Listed(view.id(), view.code(), view.given().or(view::wanted), view.expires());
        }
    }

    void add(OperatorDoor door, SpotflowDesk desk, WorkspaceRoutes workspaces) {
        desk.serveOperators(door.look(OPERATIONS), call -> {
            workspaces.checkWorkspace(call);
            return list(call);
        });
        desk.serveOperators(door.operate(HttpMethod.PUT, OPERATIONS + "/approve", "lets a device in"), call -> {
            workspaces.checkWorkspace(call);
            return approve(call);
        });
        desk.serveOperators(door.operate(HttpMethod.PUT, OPERATIONS + "/cancel", "rejects a device"), call -> {
            workspaces.checkWorkspace(call);
            operations.cancel(call.body(Decision.class).provisioningOperationId(), decider(call));
            return Reply.NOTHING;
        });
    }

    /// Those that wait.
    private Reply list(Call call) {
        Optional<String> code = call.query("verificationCode");
        List<Listed> waiting = operations.list().stream()
                .filter(view -> view.state() == OperationState.WAITING)
                .filter(view -> code.isEmpty() || code.get().equals(view.code()))
                .map(Listed::of)
                .toList();
        return Reply.json(200, Map.of("values", waiting));
    }

    private Reply approve(Call call) {
        var decision = call.body(Decision.class);
        var approval = new Approval(decision.deviceId().map(DeviceId::new), Map.of(), false);
        return Reply.json(
                200, Listed.of(operations.approve(decision.provisioningOperationId(), approval, decider(call))));
    }

    private static Decider decider(Call call) {
        return new Decider(call.operator(), call.from());
    }
}
