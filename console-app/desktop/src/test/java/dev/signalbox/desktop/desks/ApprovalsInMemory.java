// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.desks;

import dev.signalbox.operator.release.Approved;
import dev.signalbox.operator.release.Proposal;
import dev.signalbox.operator.rollout.RolloutPlan;
import dev.signalbox.protocol.codec.Dsse;
import dev.signalbox.protocol.codec.Ed25519;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.trust.Envelope;
import dev.signalbox.workbench.comparison.Part;
import dev.signalbox.workbench.release.Approvals;
import dev.signalbox.workbench.release.ReleasePlan;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// A workspace where so many have to sign, and one release that waits at most.
public final class ApprovalsInMemory implements Approvals {
    private static final Instant MADE = Instant.parse("2026-11-02T08:15:00Z");

    private final List<Proposal> open = new CopyOnWriteArrayList<>();
    private final List<String> deeds = new CopyOnWriteArrayList<>();
    private final KeyPair key = Ed25519.generate();
    private volatile int signatures = 1;
    private volatile boolean outdated;

    /// From now on this many have to sign.
    public void wants(int many) {
        signatures = many;
    }

    /// From now on what waits cannot be released any more.
    public void outdates() {
        outdated = true;
    }

    /// What was decided, in words.
    public List<String> deeds() {
        return List.copyOf(deeds);
    }

    public Proposal add(long number, String by, String note) {
        var manifest = new ReleaseManifest("main", number, number - 1, MADE, by, note, List.of(), List.of(), List.of());
        Envelope envelope = Dsse.sign(Envelope.RELEASE, Json.write(manifest), key);
        var proposal = new Proposal(number, MADE, by, List.of(by), signatures, envelope, Optional.empty());
        open.add(proposal);
        return proposal;
    }

    @Override
    public boolean needed() {
        return signatures > 1;
    }

    @Override
    public Proposal propose(ReleasePlan plan, String note, Optional<RolloutPlan> stages) {
        return add(plan.manifest().number(), plan.manifest().createdBy(), note);
    }

    @Override
    public List<Proposal> list() {
        return List.copyOf(open);
    }

    @Override
    public List<Part> changes(Proposal proposal) {
        return List.of(Part.of("Flow boiler", "limit = 80\nkeep = 3", "limit = 82.5\nkeep = 3"));
    }

    @Override
    public Approved approve(Proposal proposal) {
        if (outdated) {
            throw new ProblemException(new Problem(
                    "release.flow-changed", "Flow boiler was changed since.", "Take it back, and release anew."));
        }
        deeds.add("approves " + proposal.number());
        open.clear();
        return new Approved(List.of(proposal.madeBy(), "me"), Optional.empty());
    }

    @Override
    public void takeBack(long proposal) {
        deeds.add("takes back " + proposal);
        open.clear();
    }

    @Override
    public void countersign(long number) {
        deeds.add("countersigns " + number);
    }
}
