// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.release;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.release.NewRelease;
import dev.signalbox.operator.release.ReleaseSummary;
import dev.signalbox.operator.rollout.RolloutPlan;
import dev.signalbox.operator.rollout.RolloutState;
import dev.signalbox.operator.rollout.RolloutView;
import dev.signalbox.operator.service.ServiceSummary;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.protocol.codec.Digests;
import dev.signalbox.protocol.codec.Dsse;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.trust.Envelope;
import dev.signalbox.workbench.comparison.Part;
import dev.signalbox.workbench.editing.SourceHelp;
import dev.signalbox.workbench.link.HubLink;
import dev.signalbox.workbench.node.NodeList;
import dev.signalbox.workbench.packages.Packages;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Plans from what the hub holds, and signs with the operator's key, which the hub never sees.
public final class HubReleases implements Releases {
    private static final ReleaseManifest NOTHING =
            new ReleaseManifest("", 0, 0, Instant.EPOCH, "", "", List.of(), List.of(), List.of());

    private final HubLink hub;
    private final Signer signer;
    private final Sources sources;
    private final Planner planner;
    private final PackageUpload upload;

    public HubReleases(HubLink hub, SourceHelp help, Packages packages, Signer signer) {
        this.hub = hub;
        this.signer = signer;
        this.sources = new HubSources(hub, help, packages);
        this.planner = new Planner(signer, Clock.systemUTC(), sources);
        this.upload = new PackageUpload(hub, packages);
    }

    @Override
    public ReleasePlan plan() {
        return planner.plan(new Situation(
                hub.list(hub.at(Paths.SERVICES), ServiceSummary[].class),
                hub.list(hub.at(Paths.FLOWS), Flow[].class),
                NodeList.of(hub),
                made()));
    }

    @Override
    public ReleaseSummary release(ReleasePlan plan, String note, Optional<RolloutPlan> stages) {
        return hub.post(hub.at(Paths.RELEASES), signed(plan, note, stages), ReleaseSummary.class);
    }

    /// What is planned, signed as of now, with all it needs at the hub.
    NewRelease signed(ReleasePlan plan, String note, Optional<RolloutPlan> stages) {
        if (!plan.blockers().isEmpty()) {
            throw new ProblemException(plan.blockers().getFirst());
        }
        upload.bring(plan.manifest());
        byte[] payload = Json.write(noted(plan.manifest(), note, stages.isPresent()));
        return new NewRelease(Dsse.sign(Envelope.RELEASE, payload, signer.key()), plan.flowEtags(), stages);
    }

    /// What a release changes of the one in force. Its sources are those that it names by their digests, or none are
    /// shown: what the hub holds under a name may be another by now. Throws `release.source-changed`.
    List<Part> changes(ReleaseManifest next) {
        for (ReleaseManifest.Service service : next.services()) {
            if (!Digests.of(source(service)).equals(service.bundle())) {
                throw new ProblemException(PlanProblems.sourceChanged(service));
            }
        }
        return new ReleaseComparison(made().inForce().orElse(NOTHING), next, this::source).parts();
    }

    @Override
    public List<ReleaseSummary> history() {
        return hub.list(hub.at(Paths.RELEASES), ReleaseSummary[].class);
    }

    @Override
    public List<Part> compare(long left, long right) {
        return new ReleaseComparison(manifest(left), manifest(right), this::source).parts();
    }

    private String source(ReleaseManifest.Service service) {
        return sources.of(service.name(), service.version()).source();
    }

    private Made made() {
        List<ReleaseSummary> history = history();
        long newest = history.stream().mapToLong(ReleaseSummary::number).max().orElse(0);
        Map<Long, RolloutState> staged = hub.list(hub.at(Paths.ROLLOUTS), RolloutView[].class).stream()
                .collect(Collectors.toMap(RolloutView::release, RolloutView::state));
        Optional<ReleaseManifest> inForce = history.stream()
                .filter(one -> staged.getOrDefault(one.number(), RolloutState.DONE) == RolloutState.DONE)
                .findFirst()
                .map(one -> manifest(one.number()));
        boolean open = staged.values().stream().anyMatch(RolloutState::isOpen);
        return new Made(newest, inForce, open);
    }

    private ReleaseManifest manifest(long number) {
        if (number == 0) {
            return NOTHING;
        }
        var envelope = hub.get(hub.at(Paths.RELEASES, Long.toString(number)), Envelope.class);
        return Json.read(Dsse.payload(envelope), ReleaseManifest.class);
    }

    /// As it is signed now, however long the person looked at the plan.
    private static ReleaseManifest noted(ReleaseManifest manifest, String note, boolean staged) {
        return new ReleaseManifest(
                manifest.workspace(),
                manifest.number(),
                manifest.predecessor(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                manifest.createdBy(),
                note,
                manifest.services(),
                manifest.steps(),
                manifest.wires(),
                staged ? Optional.of(true) : Optional.empty());
    }
}
