// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.flow.Flows;
import dev.signalbox.hub.live.ChangeFeed;
import dev.signalbox.hub.secret.Secrets;
import dev.signalbox.hub.service.Services;
import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.operator.Right;
import dev.signalbox.operator.release.NewSecret;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.operator.session.Paths;

/// What operators write: services, flows and secrets.
public final class AuthoringRoutes {
    private static final String SERVICE = Paths.SERVICES + "/:name/:version";
    private static final String FLOW = Paths.FLOWS + "/:name";

    private final Services services;
    private final Flows flows;
    private final Secrets secrets;
    private final ChangeFeed changes;

    public AuthoringRoutes(Services services, Flows flows, Secrets secrets, ChangeFeed changes) {
        this.services = services;
        this.flows = flows;
        this.secrets = secrets;
        this.changes = changes;
    }

    void add(OperatorRouter router, Desk desk) {
        router.look(Paths.SERVICES).handler(desk.answer(_ -> Answer.json(services.list())));
        router.look(SERVICE)
                .handler(desk.answer(request -> Answer.json(services.get(request.path("name"), request.version()))));
        router.put(SERVICE, Right.WRITE, "saves the draft of :name :version").handler(desk.answer(this::putService));
        router.delete(SERVICE, Right.WRITE, "deletes the draft of :name :version")
                .handler(desk.answer(this::deleteService));
        router.look(Paths.FLOWS).handler(desk.answer(_ -> Answer.json(flows.list())));
        router.look(FLOW).handler(desk.answer(request -> Answer.json(flows.get(request.path("name")))));
        router.put(FLOW, Right.WRITE, "saves flow :name").handler(desk.answer(this::putFlow));
        router.delete(FLOW, Right.WRITE, "deletes flow :name").handler(desk.answer(this::deleteFlow));
        router.putAny(Paths.SECRETS + "/(?<id>.+)", Right.WRITE, "sets secret :id")
                .handler(desk.answer(request -> Answer.json(secrets.put(
                        request.path("id"), request.body(NewSecret.class).value()))));
    }

    private Answer putService(Request request) {
        var edit = request.body(ServiceDraft.class);
        Request.same(request.path("name"), edit.name());
        Request.same(request.path("version"), edit.version().toString());
        ServiceDraft stored = services.put(edit, request.etag(edit.etag()), request.operator());
        changes.changed(ChangeFeed.SERVICES);
        return Answer.json(stored);
    }

    private Answer deleteService(Request request) {
        services.delete(request.path("name"), request.version());
        changes.changed(ChangeFeed.SERVICES);
        return Answer.NOTHING;
    }

    private Answer putFlow(Request request) {
        var edit = request.body(Flow.class);
        Request.same(request.path("name"), edit.name());
        Flow stored = flows.put(edit, request.etag(edit.etag()));
        changes.changed(ChangeFeed.FLOWS);
        return Answer.json(stored);
    }

    private Answer deleteFlow(Request request) {
        flows.delete(request.path("name"));
        changes.changed(ChangeFeed.FLOWS);
        return Answer.NOTHING;
    }
}
