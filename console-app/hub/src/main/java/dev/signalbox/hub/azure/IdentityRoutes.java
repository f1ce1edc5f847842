// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.azure;

import static dev.signalbox.hub.store.Permission.REGISTRY_READ;
import static dev.signalbox.hub.store.Permission.REGISTRY_WRITE;
import static dev.signalbox.hub.store.Permission.SERVICE_CONNECT;

import dev.signalbox.hub.backend.AskedIdentity;
import dev.signalbox.hub.backend.Bulk;
import dev.signalbox.hub.backend.IdentityReader;
import dev.signalbox.hub.backend.Registrations;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The identity registry: `/devices` and `/statistics`.
public final class IdentityRoutes {
    private static final int MOST_LISTED = 1000;
    private static final String DEVICE = "/devices/:id";

    private final Registrations registrations;
    private final Bulk bulk;

    public IdentityRoutes(Registrations registrations, Bulk bulk) {
        this.registrations = registrations;
        this.bulk = bulk;
    }

    void add(Router router, AzureDesk desk) {
        desk.serve(router, HttpMethod.GET, "/statistics/devices", _ -> statistics(), REGISTRY_READ);
        desk.serve(router, HttpMethod.GET, "/statistics/service", _ -> connected(), SERVICE_CONNECT);
        desk.serve(router, HttpMethod.GET, "/devices", this::list, REGISTRY_READ);
        desk.serve(router, HttpMethod.POST, "/devices", this::many, REGISTRY_WRITE);
        desk.serve(router, HttpMethod.GET, DEVICE, this::get, REGISTRY_READ);
        desk.serve(router, HttpMethod.PUT, DEVICE, this::put, REGISTRY_WRITE);
        desk.serve(router, HttpMethod.DELETE, DEVICE, this::delete, REGISTRY_WRITE);
    }

    private Reply statistics() {
        var counted = registrations.count();
        return Reply.json(Map.of(
                "totalDeviceCount", counted.all(),
                "enabledDeviceCount", counted.all() - counted.disabled(),
                "disabledDeviceCount", counted.disabled()));
    }

    private Reply connected() {
        return Reply.json(Map.of("connectedDeviceCount", registrations.count().connected()));
    }

    private Reply list(Call call) {
        return Reply.json(registrations.list(call.number("top", MOST_LISTED)));
    }

    private Reply many(Call call) {
        if (!(call.json() instanceof ArrayNode changes)) {
            throw new ProblemException(AzureProblems.badArgument("its body is no JSON array"));
        }
        List<Bulk.Failure> failures = bulk.run(changes);
        ObjectNode answer = Json.mapper().createObjectNode().put("isSuccessful", failures.isEmpty());
        ArrayNode errors = answer.putArray("errors");
        failures.forEach(failure -> errors.addObject()
                .put("deviceId", failure.id())
                .put("errorCode", AzureError.of(failure.problem()).name())
                .put("errorStatus", failure.problem().what()));
        answer.putArray("warnings");
        return Reply.json(failures.isEmpty() ? 200 : 400, answer);
    }

    private Reply get(Call call) {
        return reply(registrations.get(call.device()));
    }

    private Reply put(Call call) {
        DeviceId id = call.device();
        ObjectNode sent = call.object();
        Call.same(sent.path("deviceId"), id.value());
        AskedIdentity asked = IdentityReader.read(sent);
        return reply(call.etag()
                .map(etag -> registrations.update(id, asked, etag))
                .orElseGet(() -> registrations.create(id, asked)));
    }

    private Reply delete(Call call) {
        registrations.delete(call.device(), call.etag().orElse("*"));
        return Reply.NOTHING;
    }

    private static Reply reply(ObjectNode identity) {
        return Reply.json(identity).withEtag(identity.path("etag").asString());
    }
}
