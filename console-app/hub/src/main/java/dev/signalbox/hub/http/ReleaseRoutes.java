// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.live.ChangeFeed;
import dev.signalbox.hub.release.Releases;
import dev.signalbox.hub.rollout.Rollouts;
import dev.signalbox.hub.trust.TrustBook;
import dev.signalbox.operator.release.NewRelease;
import dev.signalbox.operator.release.ReleaseSummary;
import dev.signalbox.operator.rollout.AskedMove;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.trust.Envelope;
import io.vertx.ext.web.Router;

/// What operators sign: the trust document and releases.
public final class ReleaseRoutes {
    private final TrustBook trust;
    private final Releases releases;
    private final Rollouts rollouts;
    private final ChangeFeed changes;

    public ReleaseRoutes(TrustBook trust, Releases releases, Rollouts rollouts, ChangeFeed changes) {
        this.trust = trust;
        this.releases = releases;
        this.rollouts = rollouts;
        this.changes = changes;
    }

    void add(Router router, Desk desk) {
        router.get(Paths.TRUST).handler(desk.answer(_ -> Answer.json(trust.get())));
        router.put(Paths.TRUST).handler(desk.answer(request -> Answer.json(trust.put(request.body(Envelope.class)))));
        router.get(Paths.RELEASES).handler(desk.answer(_ -> Answer.json(releases.history())));
        router.get(Paths.RELEASES + "/:number")
                .handler(desk.answer(request -> Answer.json(releases.envelope(request.number()))));
        router.post(Paths.RELEASES).handler(desk.answer(this::release));
        router.get(Paths.ROLLOUTS).handler(desk.answer(_ -> Answer.json(rollouts.list())));
        router.get(Paths.ROLLOUTS + "/:number")
                .handler(desk.answer(request -> Answer.json(rollouts.get(request.number()))));
        router.post(Paths.ROLLOUTS + "/:number/moves").handler(desk.answer(this::move));
    }

    private Answer move(Request request) {
        AskedMove asked = request.body(AskedMove.class);
        return Answer.json(rollouts.move(request.number(), asked, request.operator()));
    }

    private Answer release(Request request) {
        ReleaseSummary summary = releases.add(request.body(NewRelease.class));
        rollouts.begun();
        changes.changed(ChangeFeed.RELEASES);
        changes.changed(ChangeFeed.SERVICES);
        return Answer.json(201, summary);
    }
}
