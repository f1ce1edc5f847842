// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent;

import dev.signalbox.agent.guard.Guard;
import dev.signalbox.agent.step.StepHost;
import dev.signalbox.agent.step.StepPlan;
import dev.signalbox.agent.step.StepWatcher;
import dev.signalbox.agent.swap.Orchestrator;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.StepState;
import java.util.List;
import java.util.Optional;

/// What the node does when one of its steps runs, dies, or cannot be stopped.
final class StepEvents implements StepWatcher {
    private final Orchestrator orchestrator;
    private final Guard guard;
    private final HubTwin twin;
    private final Reporter reporter;

    StepEvents(Orchestrator orchestrator, Guard guard, HubTwin twin, Reporter reporter) {
        this.orchestrator = orchestrator;
        this.guard = guard;
        this.twin = twin;
        this.reporter = reporter;
    }

    @Override
    public void changed(StepHost step) {
        reporter.changed();
        if (step.report().state() == StepState.QUARANTINED) {
            step.report().problem().ifPresent(why -> guard.quarantine().put(step.plan(), why));
        }
    }

    @Override
    public void begun(StepHost step) {
        twin.welcome(step);
    }

    @Override
    public Optional<Problem> barred(StepPlan plan) {
        return guard.quarantine().of(plan);
    }

    @Override
    public void pardoned(StepPlan plan) {
        guard.quarantine().lift(plan.address());
    }

    @Override
    public boolean isToBlame(StepHost step) {
        return guard.supervision().isToBlame(step);
    }

    @Override
    public void unstoppable(StepHost step, Problem why) {
        guard.restart().without(List.of(step), why);
    }

    @Override
    public void died(StepHost step, Problem why) {
        orchestrator.died(step, why);
    }

    @Override
    public boolean deathGoesBack() {
        return orchestrator.deathGoesBack();
    }
}
