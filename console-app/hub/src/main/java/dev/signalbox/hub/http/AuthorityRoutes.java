// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.authority.Authorities;
import dev.signalbox.operator.authority.AuthorityProof;
import dev.signalbox.operator.authority.NewAuthority;
import dev.signalbox.operator.operator.Right;
import dev.signalbox.operator.session.Paths;

/// Whose signature on a device's certificate lets the device in.
public final class AuthorityRoutes {
    private static final String AUTHORITY = Paths.AUTHORITIES + "/:name";

    private final Authorities authorities;

    public AuthorityRoutes(Authorities authorities) {
        this.authorities = authorities;
    }

    void add(OperatorRouter router, Desk desk) {
        router.look(Paths.AUTHORITIES).handler(desk.answer(_ -> Answer.json(authorities.list())));
        router.post(Paths.AUTHORITIES, Right.OWN, "adds certificate authority {name}")
                .handler(desk.answer(request -> Answer.json(authorities.add(request.body(NewAuthority.class)))));
        router.post(AUTHORITY + "/proof", Right.OWN, "proves certificate authority :name")
                .handler(desk.answer(request ->
                        Answer.json(authorities.verify(request.path("name"), request.body(AuthorityProof.class)))));
        router.delete(AUTHORITY, Right.OWN, "deletes certificate authority :name")
                .handler(desk.answer(request -> {
                    authorities.delete(request.path("name"));
                    return Answer.NOTHING;
                }));
    }
}
