// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.release;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.protocol.release.ReleaseManifest;
import dev.signalbox.protocol.report.Problem;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes the plan of a release from the workspace as it is.
final class Planner {
    private static final Problem ROLLING_OUT = new Problem(
            "release.rollout-open",
            "The release before is still on its way to its nodes, stage by stage.",
            "Wait until it is done, or halt it on the page Releases; then release.");

    private final Signer signer;
    private final Clock clock;
    private final Sources sources;

    Planner(Signer signer, Clock clock, Sources sources) {
        this.signer = signer;
        this.clock = clock;
        this.sources = sources;
    }

    ReleasePlan plan(Situation now) {
        var findings = new Findings();
        var services = new ServicePlan(now.last(), sources, findings);
        var steps = new StepPlan(now, services, findings);
        now.flows().forEach(steps::add);
        if (now.made().rollingOut()) {
            findings.block(ROLLING_OUT);
        }
        ReleaseManifest manifest = manifest(now, services.services(), steps, wires(now, findings));
        return new ReleasePlan(
                manifest,
                etags(now.flows()),
                new NodeChanges(now.last(), manifest).on(now.nodes()),
                findings.blockers(),
                findings.warnings());
    }

    private ReleaseManifest manifest(
            Situation now, List<ReleaseManifest.Service> services, StepPlan steps, List<ReleaseManifest.Wire> wires) {
        return new ReleaseManifest(
                signer.workspace(),
                now.made().newest() + 1,
                now.lastNumber(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                signer.operator(),
                "",
                services,
                steps.steps(),
                wires.stream()
                        .filter(wire -> steps.has(wire.from()) && steps.has(wire.to()))
                        .toList());
    }

    private static List<ReleaseManifest.Wire> wires(Situation now, Findings findings) {
        var check = new WireCheck(now.nodes(), findings);
        var wires = new ArrayList<ReleaseManifest.Wire>();
        now.flows().forEach(flow -> wires.addAll(check.check(flow)));
        return wires;
    }

    private static Map<String, String> etags(List<Flow> flows) {
        var etags = new HashMap<String, String>();
        flows.forEach(flow -> etags.put(flow.name(), flow.etag()));
        return etags;
    }
}
