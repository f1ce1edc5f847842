// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.backend.Identities;
import dev.signalbox.operator.device.IdentityChange;
import dev.signalbox.operator.device.KeyRenewal;
import dev.signalbox.operator.device.NewIdentity;
import dev.signalbox.operator.device.NewModule;
import dev.signalbox.operator.operator.Right;
import dev.signalbox.operator.session.Paths;
import java.util.List;

/// Who the devices and their modules are, for operators.
public final class IdentityRoutes {
    static final String DEVICE = Paths.DEVICES + "/:id";
    static final String MODULE = DEVICE + "/modules/:module";

    private final Identities identities;

    public IdentityRoutes(Identities identities) {
        this.identities = identities;
    }

    void add(OperatorRouter router, Desk desk) {
        router.post(Paths.DEVICES, Right.OPERATE, "adds device {id}")
                .handler(desk.answer(request -> Answer.json(201, identities.create(request.body(NewIdentity.class)))));
        router.look(DEVICE).handler(desk.answer(request -> Answer.json(identities.get(request.device()))));
        router.put(DEVICE, Right.OPERATE, "changes device :id").handler(desk.answer(this::change));
        router.delete(DEVICE, Right.OPERATE, "deletes device :id").handler(desk.answer(this::delete));
        router.look(DEVICE + "/modules")
                .handler(desk.answer(request -> Answer.json(identities.modules(request.device()))));
        router.post(DEVICE + "/modules", Right.OPERATE, "adds a module to device :id")
                .handler(desk.answer(this::createModule));
        router.delete(MODULE, Right.OPERATE, "deletes module :module of device :id")
                .handler(desk.answer(this::deleteModule));
        for (String who : List.of(DEVICE, MODULE)) {
            router.get(who + "/keys", Right.OPERATE, "reads the keys of " + words(who))
                    .handler(desk.answer(request -> Answer.json(identities.keys(request.client()))));
            router.post(who + "/keys", Right.OPERATE, "renews the keys of " + words(who))
                    .handler(desk.answer(this::renew));
        }
    }

    /// Who is meant, as `OperatorRouter` says deeds.
    static String words(String who) {
        return who.equals(MODULE) ? "module :module of device :id" : "device :id";
    }

    private Answer change(Request request) {
        var change = request.body(IdentityChange.class);
        return Answer.json(identities.change(request.device(), change, request.etag("*")));
    }

    private Answer delete(Request request) {
        identities.delete(request.device());
        return Answer.NOTHING;
    }

    private Answer createModule(Request request) {
        return Answer.json(201, identities.createModule(request.device(), request.body(NewModule.class)));
    }

    private Answer deleteModule(Request request) {
        identities.deleteModule(request.client());
        return Answer.NOTHING;
    }

    private Answer renew(Request request) {
        return Answer.json(identities.renew(request.client(), request.body(KeyRenewal.class)));
    }
}
