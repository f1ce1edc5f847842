// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.audit.AuditLog;
import dev.signalbox.hub.operator.Operators;
import dev.signalbox.operator.operator.NewOperator;
import dev.signalbox.operator.operator.OperatorChange;
import dev.signalbox.operator.operator.Right;
import dev.signalbox.operator.session.Paths;

/// Who may do what, and who did.
public final class OperatorRoutes {
    private static final String OPERATOR = Paths.OPERATORS + "/:name";

    private final Operators operators;
    private final AuditLog audit;

    public OperatorRoutes(Operators operators, AuditLog audit) {
        this.operators = operators;
        this.audit = audit;
    }

    void add(OperatorRouter router, Desk desk) {
        router.look(Paths.OPERATORS).handler(desk.answer(_ -> Answer.json(operators.list())));
        router.post(Paths.OPERATORS, Right.OWN, "lets in operator {name} as {~role}")
                .handler(desk.answer(request ->
                        Answer.json(201, operators.make(request.body(NewOperator.class), request.operator()))));
        router.put(OPERATOR, Right.OWN, "makes operator :name {~role}, suspended: {suspended}")
                .handler(desk.answer(request -> Answer.json(operators.change(
                        request.path("name"), request.body(OperatorChange.class), request.operator()))));
        router.delete(OPERATOR, Right.OWN, "removes operator :name").handler(desk.answer(request -> {
            operators.remove(request.path("name"), request.operator());
            return Answer.NOTHING;
        }));
        router.post(OPERATOR + "/invitation", Right.OWN, "lets in operator :name anew")
                .handler(
                        desk.answer(request -> Answer.json(operators.renew(request.path("name"), request.operator()))));
        router.look(Paths.RIGHTS).handler(desk.answer(_ -> Answer.json(router.rules())));
        router.look(Paths.AUDIT).handler(desk.answer(this::audit));
    }

    private Answer audit(Request request) {
        return Answer.json(audit.page(
                request.query("before").map(Numbers::key).orElse(0L),
                request.query("operator").orElse(""),
                request.query("text").orElse("")));
    }
}
