// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.audit.AuditLog;
import dev.signalbox.hub.operator.Caller;
import dev.signalbox.hub.operator.OperatorProblems;
import dev.signalbox.operator.operator.NeededRight;
import dev.signalbox.operator.operator.Right;
import dev.signalbox.protocol.codec.ProblemException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;

/// The router as routes for operators see it: none can be added without the right it needs. What takes more than to
/// look is written down before it is done, in words that the route names. In them `:id` stands for that part of the
/// path, and `{id}` for that member of the body.
final class OperatorRouter {
    private final Router router;
    private final Desk desk;
    private final AuditLog audit;
    private final List<NeededRight> rules = new ArrayList<>();

    OperatorRouter(Router router, Desk desk, AuditLog audit) {
        this.router = router;
        this.desk = desk;
        this.audit = audit;
    }

    /// All routes, in the order in which they were added.
    List<NeededRight> rules() {
        return List.copyOf(rules);
    }

    /// To see what the hub knows.
    Route look(String path) {
        return look(HttpMethod.GET, path);
    }

    /// The same for questions that have a body.
    Route look(HttpMethod method, String path) {
        return add(router.route(method, path), rule(method, path, Right.LOOK, ""));
    }

    /// The same for a path that is a regular expression.
    Route lookAtAny(String pattern) {
        return add(router.getWithRegex(pattern), rule(HttpMethod.GET, pattern, Right.LOOK, ""));
    }

    /// To see what is secret.
    Route get(String path, Right right, String deed) {
        return add(router.get(path), rule(HttpMethod.GET, path, right, deed));
    }

    Route post(String path, Right right, String deed) {
        return add(router.post(path), rule(HttpMethod.POST, path, right, deed));
    }

    Route put(String path, Right right, String deed) {
        return add(router.put(path), rule(HttpMethod.PUT, path, right, deed));
    }

    /// The same for a path that is a regular expression.
    Route putAny(String pattern, Right right, String deed) {
        return add(router.putWithRegex(pattern), rule(HttpMethod.PUT, pattern, right, deed));
    }

    Route delete(String path, Right right, String deed) {
        return add(router.delete(path), rule(HttpMethod.DELETE, path, right, deed));
    }

    /// Any method, for routes that are served by another desk.
    Route on(HttpMethod method, String path, Right right, String deed) {
        return add(router.route(method, path), rule(method, path, right, deed));
    }

    private static NeededRight rule(HttpMethod method, String path, Right right, String deed) {
        return new NeededRight(method.name(), path, right, deed);
    }

    private Route add(Route route, NeededRight rule) {
        rules.add(rule);
        return route.handler(context -> check(context, rule));
    }

    private void check(RoutingContext context, NeededRight rule) {
        if (rule.deed().isEmpty()) {
            decide(context, rule, "look at this");
            return;
        }
        var request = new Request(context);
        String deed = Deeds.of(rule.deed(), context);
        context.request().pause();
        var own = context.vertx().getOrCreateContext();
        var _ = audit.begin(request.operator(), request.address(), deed)
                .whenComplete((entry, failed) -> own.runOnContext(_ -> {
                    context.request().resume();
                    if (failed != null) {
                        notWritten(context, failed);
                        return;
                    }
                    context.addEndHandler(ended -> ended(context, ended.succeeded(), entry));
                    decide(context, rule, deed);
                }));
    }

    /// What became of it is not known when whoever asked has gone before the answer.
    private void ended(RoutingContext context, boolean answered, long entry) {
        if (answered) {
            audit.end(entry, context.response().getStatusCode());
        }
    }

    /// What cannot be written down is not done.
    private void notWritten(RoutingContext context, Throwable failed) {
        if (failed.getCause() instanceof ProblemException why) {
            desk.refuse(context, why.problem());
        } else {
            context.fail(failed);
        }
    }

    private void decide(RoutingContext context, NeededRight rule, String deed) {
        Caller caller = new Request(context).caller();
        if (caller.role().has(rule.right())) {
            context.next();
        } else {
            desk.refuse(context, OperatorProblems.notAllowed(caller, rule.right(), deed));
        }
    }
}
