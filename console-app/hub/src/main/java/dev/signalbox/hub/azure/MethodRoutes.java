// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.azure;

import static dev.signalbox.hub.store.Permission.SERVICE_CONNECT;

import dev.signalbox.hub.backend.BackendTwins;
import dev.signalbox.hub.backend.MethodReader;
import dev.signalbox.hub.method.MethodResult;
import dev.signalbox.hub.method.Methods;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.ClientId;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.node.ObjectNode;

/// Direct methods: `/twins/{id}/methods`.
public final class MethodRoutes {
    private final Methods methods;
    private final BackendTwins twins;

    public MethodRoutes(Methods methods, BackendTwins twins) {
        this.methods = methods;
        this.twins = twins;
    }

    void add(Router router, AzureDesk desk) {
        for (String path : List.of("/twins/:id/methods", "/twins/:id/modules/:module/methods")) {
            desk.serveLater(router, HttpMethod.POST, path, this::call, SERVICE_CONNECT);
        }
    }

    private CompletableFuture<Reply> call(Call call) {
        ClientId target = call.client();
        var asked = MethodReader.read(call.object());
        twins.get(target);
        return methods.call(target, asked).thenApply(MethodRoutes::reply);
    }

    private static Reply reply(MethodResult result) {
        ObjectNode answer = Json.mapper().createObjectNode().put("status", result.status());
        answer.set("payload", result.payload());
        return Reply.json(answer);
    }
}
