// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.live.OperationFeed;
import dev.signalbox.hub.provisioning.Admissions;
import dev.signalbox.hub.provisioning.Decider;
import dev.signalbox.operator.operator.Right;
import dev.signalbox.operator.provisioning.Approval;
import dev.signalbox.operator.provisioning.GateChange;
import dev.signalbox.operator.provisioning.NewToken;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.identity.DeviceId;

/// Tokens that let new devices ask, and the devices that wait.
public final class ProvisioningRoutes {
    private static final String TOKEN = Paths.PROVISIONING_TOKENS + "/:id";
    private static final String PRE_APPROVED = TOKEN + "/pre-approved/:device";
    private static final String OPERATION = Paths.PROVISIONING_OPERATIONS + "/:id";

    private final Admissions admissions;
    private final OperationFeed feed;

    public ProvisioningRoutes(Admissions admissions, OperationFeed feed) {
        this.admissions = admissions;
        this.feed = feed;
    }

    void add(OperatorRouter router, Desk desk) {
        addTokens(router, desk);
        addOperations(router, desk);
        addGate(router, desk);
        router.look(Paths.LIVE_PROVISIONING).handler(context -> {
            var stream = EventStream.begin(context.response());
            stream.closeAtEnd(feed.watch(stream));
        });
    }

    private void addTokens(OperatorRouter router, Desk desk) {
        var tokens = admissions.tokens();
        router.look(Paths.PROVISIONING_TOKENS).handler(desk.answer(_ -> Answer.json(tokens.list())));
        router.post(Paths.PROVISIONING_TOKENS, Right.OPERATE, "makes provisioning token {name}")
                .handler(desk.answer(
                        request -> Answer.json(201, tokens.make(request.body(NewToken.class), decider(request)))));
        router.delete(TOKEN, Right.OPERATE, "revokes provisioning token :id")
                .handler(desk.answer(request -> Answer.json(tokens.revoke(request.path("id"), decider(request)))));
        router.put(PRE_APPROVED, Right.OPERATE, "approves device :device beforehand")
                .handler(desk.answer(request ->
                        Answer.json(tokens.preApprove(request.path("id"), named(request), decider(request)))));
        router.delete(PRE_APPROVED, Right.OPERATE, "approves device :device beforehand no more")
                .handler(desk.answer(
                        request -> Answer.json(tokens.withdraw(request.path("id"), named(request), decider(request)))));
    }

    private void addGate(OperatorRouter router, Desk desk) {
        var gate = admissions.gate();
        router.look(Paths.PROVISIONING_GATE).handler(desk.answer(_ -> Answer.json(gate.view())));
        router.put(Paths.PROVISIONING_GATE, Right.OPERATE, "sets the gate for new devices, closed: {closed}")
                .handler(desk.answer(request ->
                        Answer.json(gate.set(request.body(GateChange.class).closed(), decider(request)))));
    }

    private void addOperations(OperatorRouter router, Desk desk) {
        var operations = admissions.operations();
        router.look(Paths.PROVISIONING_OPERATIONS).handler(desk.answer(_ -> Answer.json(operations.list())));
        router.post(OPERATION + "/approve", Right.OPERATE, "lets device in: operation :id")
                .handler(desk.answer(request -> Answer.json(
                        operations.approve(request.path("id"), request.body(Approval.class), decider(request)))));
        router.post(OPERATION + "/reject", Right.OPERATE, "rejects device: operation :id")
                .handler(desk.answer(request -> Answer.json(operations.reject(request.path("id"), decider(request)))));
    }

    private static DeviceId named(Request request) {
        return new DeviceId(request.path("device"));
    }

    private static Decider decider(Request request) {
        return new Decider(request.operator(), request.address());
    }
}
