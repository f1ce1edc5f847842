// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.release;

import dev.signalbox.operator.release.Approved;
import dev.signalbox.operator.release.Proposal;
import dev.signalbox.operator.rollout.RolloutPlan;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Dsse;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.trust.Envelope;
import dev.signalbox.protocol.trust.TrustDocument;
import dev.signalbox.workbench.comparison.Part;
import dev.signalbox.workbench.link.HubLink;
import java.util.List;
import java.util.Optional;

/// Proposals as the hub keeps them, signed with the operator's key, which the hub never sees.
public final class HubApprovals implements Approvals {
    private static final String SIGNATURES = "signatures";

    private final HubLink hub;
    private final HubReleases releases;
    private final Signer signer;

    public HubApprovals(HubLink hub, HubReleases releases, Signer signer) {
        this.hub = hub;
        this.releases = releases;
        this.signer = signer;
    }

    @Override
    public boolean needed() {
        var envelope = hub.get(hub.at(Paths.TRUST), Envelope.class);
        return Json.read(Dsse.payload(envelope), TrustDocument.class).signaturesNeeded() > 1;
    }

    @Override
    public Proposal propose(ReleasePlan plan, String note, Optional<RolloutPlan> stages) {
        return hub.post(hub.at(Paths.PROPOSALS), releases.signed(plan, note, stages), Proposal.class);
    }

    @Override
    public List<Proposal> list() {
        return hub.list(hub.at(Paths.PROPOSALS), Proposal[].class);
    }

    @Override
    public List<Part> changes(Proposal proposal) {
        return releases.changes(Json.read(Dsse.payload(proposal.envelope()), ReleaseManifest.class));
    }

    @Override
    public Approved approve(Proposal proposal) {
        changes(proposal);
        return hub.post(
                hub.at(Paths.PROPOSALS, Long.toString(proposal.number()), SIGNATURES),
                Dsse.countersign(Envelope.RELEASE, proposal.envelope(), signer.key()),
                Approved.class);
    }

    @Override
    public void takeBack(long proposal) {
        hub.delete(hub.at(Paths.PROPOSALS, Long.toString(proposal)));
    }

    @Override
    public void countersign(long number) {
        String release = Long.toString(number);
        var envelope = hub.get(hub.at(Paths.RELEASES, release), Envelope.class);
        var signature = Dsse.countersign(Envelope.RELEASE, envelope, signer.key());
        hub.post(hub.at(Paths.RELEASES, release, SIGNATURES), signature, Envelope.class);
    }
}
