// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.device.Access;
import dev.signalbox.hub.operator.OperatorProblems;
import dev.signalbox.hub.operator.Operators;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.operator.session.SignIn;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/// Who may come in: operators with a bearer, nodes with a shared access signature. Checked before a body is read.
public final class SignInRoutes {
    private static final String BEARER = "Bearer ";

    private final Operators operators;
    private final Access access;
    private final String workspace;

    public SignInRoutes(Operators operators, Access access, String workspace) {
        this.operators = operators;
        this.access = access;
        this.workspace = workspace;
    }

    void add(Router router, Desk desk) {
        router.post(Paths.SIGN_IN).handler(desk.answer(request -> {
            var asked = request.body(SignIn.class);
            return Answer.json(operators.signIn(asked, workspace));
        }));
    }

    /// Lets operators pass. Needs the store only once in a hub's life, so it does not leave the connection's thread
    /// otherwise.
    Handler<RoutingContext> operatorsOnly(Desk desk) {
        Handler<RoutingContext> firstUse = desk.first(context -> operators.used(bearer(context)));
        return context -> {
            Optional<String> name = operators.nameOf(bearer(context));
            if (name.isEmpty()) {
                desk.refuse(context, OperatorProblems.notSignedIn());
                return;
            }
            Request.authorised(context, name.get());
            if (operators.ownerWasHere()) {
                context.next();
            } else {
                firstUse.handle(context);
            }
        };
    }

    private static String bearer(RoutingContext context) {
        String header = context.request().getHeader("Authorization");
        return header != null && header.startsWith(BEARER)
                ? header.substring(BEARER.length()).strip()
                : "";
    }

    Handler<RoutingContext> nodesOnly(Desk desk) {
        return desk.first(context -> {
            String header = context.request().getHeader("Authorization");
            Request.authorised(context, access.signIn(header == null ? "" : header));
        });
    }
}
