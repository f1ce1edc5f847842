// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.azure;

import static dev.signalbox.hub.store.Permission.REGISTRY_READ;
import static dev.signalbox.hub.store.Permission.REGISTRY_WRITE;

import dev.signalbox.hub.backend.AskedIdentity;
import dev.signalbox.hub.backend.IdentityReader;
import dev.signalbox.hub.backend.Modules;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import tools.jackson.databind.node.ObjectNode;

/// Modules of devices: `/devices/{id}/modules`.
public final class ModuleRoutes {
    private static final String MODULES = "/devices/:id/modules";
    private static final String MODULE = MODULES + "/:module";

    private final Modules modules;

    public ModuleRoutes(Modules modules) {
        this.modules = modules;
    }

    void add(Router router, AzureDesk desk) {
        desk.serve(router, HttpMethod.GET, MODULES, call -> Reply.json(modules.list(call.device())), REGISTRY_READ);
        desk.serve(router, HttpMethod.GET, MODULE, this::get, REGISTRY_READ);
        desk.serve(router, HttpMethod.PUT, MODULE, this::put, REGISTRY_WRITE);
        desk.serve(router, HttpMethod.DELETE, MODULE, this::delete, REGISTRY_WRITE);
    }

    private Reply get(Call call) {
        return reply(modules.get(call.device(), call.module()));
    }

    private Reply put(Call call) {
        ObjectNode sent = call.object();
        Call.same(sent.path("deviceId"), call.device().value());
        Call.same(sent.path("moduleId"), call.module());
        AskedIdentity asked = IdentityReader.read(sent);
        return reply(call.etag()
                .map(etag -> modules.update(call.device(), call.module(), asked, etag))
                .orElseGet(() -> modules.create(call.device(), call.module(), asked)));
    }

    private Reply delete(Call call) {
        modules.delete(call.device(), call.module(), call.etag().orElse("*"));
        return Reply.NOTHING;
    }

    private static Reply reply(ObjectNode module) {
        return Reply.json(module).withEtag(module.path("etag").asString());
    }
}
