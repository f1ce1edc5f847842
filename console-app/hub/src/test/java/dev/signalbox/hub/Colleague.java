// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import dev.signalbox.operator.operator.Joining;
import dev.signalbox.operator.operator.NewOperator;
import dev.signalbox.operator.operator.OperatorKind;
import dev.signalbox.operator.operator.OperatorMade;
import dev.signalbox.operator.operator.Role;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.operator.session.Session;
import dev.signalbox.protocol.codec.Ed25519;
import dev.signalbox.protocol.codec.Json;
import java.net.http.HttpResponse;
import java.util.Optional;

/// Somebody whom the owner let in.
final class Colleague {
    static final String PASSWORD = "correct horse battery staple";

    private Colleague() {}

    /// Takes an invitation, and signs in.
    static Desk joined(Desk owner, String name, Role role) {
        var desk = new Desk(owner.site);
        var answer = join(desk, name, invited(owner, name, role).secret());
        desk.bearer = Json.read(answer.body(), Session.class).bearer();
        return desk;
    }

    static HttpResponse<String> join(Desk desk, String name, String secret) {
        return desk.ask("POST", Paths.JOIN, new Joining(name, secret, PASSWORD, Ed25519.write(desk.owner.getPublic())));
    }

    static OperatorMade invited(Desk owner, String name, Role role) {
        return made(owner, new NewOperator(name, OperatorKind.PERSON, role, Optional.empty()));
    }

    /// A program with its token.
    static Desk program(Desk owner, String name, Role role) {
        var desk = new Desk(owner.site);
        desk.bearer = made(owner, new NewOperator(name, OperatorKind.PROGRAM, role, Optional.empty()))
                .secret();
        return desk;
    }

    static OperatorMade made(Desk owner, NewOperator wanted) {
        return Json.read(owner.ask("POST", Paths.OPERATORS, wanted).body(), OperatorMade.class);
    }
}
