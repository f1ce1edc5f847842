// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.device.Access;
import dev.signalbox.hub.operator.Caller;
import dev.signalbox.hub.operator.OperatorDesk;
import dev.signalbox.hub.operator.OperatorProblems;
import dev.signalbox.hub.operator.SignIns;
import dev.signalbox.operator.operator.Joining;
import dev.signalbox.operator.operator.NewPassword;
import dev.signalbox.operator.operator.Right;
import dev.signalbox.operator.operator.SigningKey;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.operator.session.Session;
import dev.signalbox.operator.session.SignIn;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/// Who may come in: operators with a bearer, nodes with a shared access signature. Checked before a body is read.
public final class SignInRoutes {
    private final OperatorDesk operators;
    private final SignIns signIns;
    private final Access access;
    private final String workspace;
    private final OpenStreams open = new OpenStreams();

    public SignInRoutes(OperatorDesk operators, Access access, String workspace) {
        this.operators = operators;
        this.signIns = operators.signIns();
        this.access = access;
        this.workspace = workspace;
        operators.operators().watch(open::end);
    }

    /// For those who are no operators yet.
    void addForStrangers(Router router, Desk desk) {
        router.post(Paths.SIGN_IN).handler(desk.answer(request -> {
            var asked = request.body(SignIn.class);
            return Answer.json(new Session(asked.name(), signIns.signIn(asked, request.address()), workspace));
        }));
        router.post(Paths.JOIN).handler(desk.answer(request -> {
            var asked = request.body(Joining.class);
            return Answer.json(new Session(asked.name(), operators.operators().join(asked), workspace));
        }));
    }

    void add(OperatorRouter router, Desk desk) {
        router.look(Paths.SESSION)
                .handler(
                        desk.answer(request -> Answer.json(operators.operators().get(request.operator()))));
        router.delete(Paths.SESSION, Right.LOOK, "signs out").handler(desk.answer(request -> {
            signIns.signOut(request.bearer());
            return Answer.NOTHING;
        }));
        router.put(Paths.SESSION + "/password", Right.LOOK, "sets a new password")
                .handler(desk.answer(request -> {
                    signIns.setPassword(
                            request.caller(), request.bearer(), request.body(NewPassword.class), request.address());
                    return Answer.NOTHING;
                }));
        router.put(Paths.SESSION + "/key", Right.LOOK, "says with which key to sign")
                .handler(desk.answer(request -> Answer.json(operators
                        .operators()
                        .setKey(
                                request.operator(),
                                request.body(SigningKey.class).publicKey()))));
    }

    /// Lets operators pass. Needs the store only once in a hub's life, so it does not leave the connection's thread
    /// otherwise.
    Handler<RoutingContext> operatorsOnly(Desk desk) {
        Handler<RoutingContext> firstUse = desk.first(context -> signIns.firstUse(new Request(context).bearer()));
        return context -> {
            String bearer = new Request(context).bearer();
            Optional<Caller> caller = signIns.caller(bearer);
            if (caller.isEmpty()) {
                desk.refuse(context, OperatorProblems.notSignedIn());
                return;
            }
            Request.authorised(context, caller.get());
            signIns.used(bearer);
            if (signIns.ownerWasHere()) {
                context.next();
            } else {
                firstUse.handle(context);
            }
        };
    }

    /// To be called after `operatorsOnly` for answers that go on for long.
    void watch(RoutingContext context) {
        open.add(context);
        if (signIns.caller(new Request(context).bearer()).isPresent()) {
            context.next();
        } else {
            var _ = context.request().connection().close();
        }
    }

    /// Ends what is open for sessions that have ended. To be called from time to time.
    public void sweep() {
        open.sweep(bearer -> signIns.caller(bearer).isPresent());
    }

    Handler<RoutingContext> nodesOnly(Desk desk) {
        return desk.first(context -> {
            String header = context.request().getHeader("Authorization");
            Request.authorised(context, access.signIn(header == null ? "" : header));
        });
    }
}
