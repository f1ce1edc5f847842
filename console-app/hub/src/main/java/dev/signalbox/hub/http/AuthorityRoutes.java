// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.authority.Authorities;
import dev.signalbox.operator.authority.AuthorityProof;
import dev.signalbox.operator.authority.NewAuthority;
import dev.signalbox.operator.session.Paths;
import io.vertx.ext.web.Router;

/// Whose signature on a device's certificate lets the device in.
public final class AuthorityRoutes {
    private static final String AUTHORITY = Paths.AUTHORITIES + "/:name";

    private final Authorities authorities;

    public AuthorityRoutes(Authorities authorities) {
        this.authorities = authorities;
    }

    void add(Router router, Desk desk) {
        router.get(Paths.AUTHORITIES).handler(desk.answer(_ -> Answer.json(authorities.list())));
        router.post(Paths.AUTHORITIES)
                .handler(desk.answer(request -> Answer.json(authorities.add(request.body(NewAuthority.class)))));
        router.post(AUTHORITY + "/proof")
                .handler(desk.answer(request ->
                        Answer.json(authorities.verify(request.path("name"), request.body(AuthorityProof.class)))));
        router.delete(AUTHORITY).handler(desk.answer(request -> {
            authorities.delete(request.path("name"));
            return Answer.NOTHING;
        }));
    }
}
