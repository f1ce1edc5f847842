// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.http;

import dev.signalbox.hub.live.ChangeFeed;
import dev.signalbox.hub.release.Proposals;
import dev.signalbox.hub.release.Releases;
import dev.signalbox.hub.rollout.Rollouts;
import dev.signalbox.hub.trust.TrustBook;
import dev.signalbox.operator.operator.Right;
import dev.signalbox.operator.release.Approved;
import dev.signalbox.operator.release.NewRelease;
import dev.signalbox.operator.release.Proposal;
import dev.signalbox.operator.release.ReleaseSummary;
import dev.signalbox.operator.rollout.AskedMove;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.trust.Envelope;

/// What operators sign: the trust document and releases.
public final class ReleaseRoutes {
    private static final String PROPOSAL = Paths.PROPOSALS + "/:number";

    private final TrustBook trust;
    private final Releases releases;
    private final Proposals proposals;
    private final Rollouts rollouts;
    private final ChangeFeed changes;

    /// What was released, and what waits to be.
    public record Made(Releases releases, Proposals proposals) {}

    public ReleaseRoutes(TrustBook trust, Made made, Rollouts rollouts, ChangeFeed changes) {
        this.trust = trust;
        this.releases = made.releases();
        this.proposals = made.proposals();
        this.rollouts = rollouts;
        this.changes = changes;
    }

    void add(OperatorRouter router, Desk desk) {
        router.look(Paths.TRUST).handler(desk.answer(_ -> Answer.json(trust.get())));
        router.put(Paths.TRUST, Right.OWN, "says whose signatures count")
                .handler(desk.answer(request -> Answer.json(trust.put(request.body(Envelope.class)))));
        router.look(Paths.RELEASES).handler(desk.answer(_ -> Answer.json(releases.history())));
        router.look(Paths.RELEASES + "/:number")
                .handler(desk.answer(request -> Answer.json(releases.envelope(request.number()))));
        router.post(Paths.RELEASES, Right.OPERATE, "releases").handler(desk.answer(this::release));
        router.post(Paths.RELEASES + "/:number/signatures", Right.OPERATE, "countersigns release :number")
                .handler(desk.answer(request -> Answer.json(releases.countersign(
                        request.number(), request.body(Envelope.Signature.class), request.operator()))));
        addProposals(router, desk);
        router.look(Paths.ROLLOUTS).handler(desk.answer(_ -> Answer.json(rollouts.list())));
        router.look(Paths.ROLLOUTS + "/:number")
                .handler(desk.answer(request -> Answer.json(rollouts.get(request.number()))));
        router.post(Paths.ROLLOUTS + "/:number/moves", Right.OPERATE, "moves the rollout of release :number: {~move}")
                .handler(desk.answer(this::move));
    }

    private void addProposals(OperatorRouter router, Desk desk) {
        router.look(Paths.PROPOSALS).handler(desk.answer(_ -> Answer.json(proposals.list())));
        router.post(Paths.PROPOSALS, Right.OPERATE, "proposes a release").handler(desk.answer(request -> {
            Proposal made = proposals.make(request.body(NewRelease.class), request.caller());
            changes.changed(ChangeFeed.RELEASES);
            return Answer.json(201, made);
        }));
        router.post(PROPOSAL + "/signatures", Right.OPERATE, "approves release :number")
                .handler(desk.answer(this::approve));
        router.delete(PROPOSAL, Right.OPERATE, "takes back the proposed release :number")
                .handler(desk.answer(request -> {
                    proposals.delete(request.number());
                    changes.changed(ChangeFeed.RELEASES);
                    return Answer.NOTHING;
                }));
    }

    private Answer approve(Request request) {
        Approved approved =
                proposals.approve(request.number(), request.body(Envelope.Signature.class), request.caller());
        released();
        return Answer.json(approved);
    }

    private Answer move(Request request) {
        AskedMove asked = request.body(AskedMove.class);
        return Answer.json(rollouts.move(request.number(), asked, request.operator()));
    }

    private Answer release(Request request) {
        ReleaseSummary summary = releases.add(request.body(NewRelease.class), request.operator());
        released();
        return Answer.json(201, summary);
    }

    private void released() {
        rollouts.begun();
        changes.changed(ChangeFeed.RELEASES);
        changes.changed(ChangeFeed.SERVICES);
    }
}
