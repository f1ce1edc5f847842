// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.azure;

import static dev.signalbox.hub.store.Permission.REGISTRY_READ;
import static dev.signalbox.hub.store.Permission.REGISTRY_WRITE;
import static dev.signalbox.hub.store.Permission.SERVICE_CONNECT;

import dev.signalbox.hub.backend.BackendTwins;
import dev.signalbox.hub.backend.TwinEdit;
import dev.signalbox.protocol.codec.ProblemException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Twins of devices and modules: `/twins`.
public final class TwinRoutes {
    private final BackendTwins twins;

    public TwinRoutes(BackendTwins twins) {
        this.twins = twins;
    }

    void add(Router router, AzureDesk desk) {
        for (String twin : List.of("/twins/:id", "/twins/:id/modules/:module")) {
            desk.serve(router, HttpMethod.GET, twin, this::get, SERVICE_CONNECT, REGISTRY_READ);
            desk.serve(router, HttpMethod.PATCH, twin, call -> edit(call, false), SERVICE_CONNECT, REGISTRY_WRITE);
            desk.serve(router, HttpMethod.PUT, twin, call -> edit(call, true), SERVICE_CONNECT, REGISTRY_WRITE);
            desk.serve(router, HttpMethod.POST, twin, this::overridden, SERVICE_CONNECT, REGISTRY_WRITE);
        }
    }

    private Reply get(Call call) {
        return reply(twins.get(call.client()));
    }

    /// Java's HTTP client of old knows no PATCH.
    private Reply overridden(Call call) {
        if (!call.header("X-HTTP-Method-Override").orElse("").equalsIgnoreCase("PATCH")) {
            throw new ProblemException(AzureProblems.badArgument("a twin takes GET, PATCH and PUT"));
        }
        return edit(call, false);
    }

    private Reply edit(Call call, boolean replaces) {
        TwinEdit edit = TwinEdit.read(call.object(), replaces);
        return reply(twins.edit(call.client(), edit, call.etag().orElse("*")));
    }

    private static Reply reply(ObjectNode twin) {
        return Reply.json(twin).withEtag(twin.path("etag").asString());
    }
}
