// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.agent.release.CheckedRelease;
import dev.signalbox.agent.release.Order;
import dev.signalbox.agent.release.Releases;
import dev.signalbox.agent.step.Program;
import dev.signalbox.agent.step.StepHost;
import dev.signalbox.agent.step.StepPlan;
import dev.signalbox.protocol.action.StepWish;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.release.Switches;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.StepReport;
import dev.signalbox.protocol.report.StepState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What operators do to the steps of the release that runs. Used on the thread on which releases
/// change, so that neither gets into the other's way; what is to run is read from disk and checked
/// each time.
final class StepDeeds {
    private final SwitchMemory switches;
    private final Releases releases;
    private final Builder builder;
    private final Steps steps;

    StepDeeds(SwitchMemory switches, Releases releases, Builder builder, Steps steps) {
        this.switches = switches;
        this.releases = releases;
        this.builder = builder;
        this.steps = steps;
    }

    /// Throws ProblemException when there is no such step, it is switched off, or cannot be built.
    ///
    /// @param running the order that runs
    StepReport act(Optional<Order> running, StepWish wish) {
        StepHost host = steps.at(wish.step()).orElseThrow(() -> new ProblemException(OffProblems.notHere(wish.step())));
        host.whyOff().ifPresent(why -> {
            throw new ProblemException(OffProblems.refused(wish.step(), why));
        });
        steps.say("an operator asks: " + wish.deed().name().toLowerCase(java.util.Locale.ROOT) + " " + wish.step());
        switch (wish.deed()) {
            case STOP -> host.halt(OffProblems.stopped());
            case RESTART -> startAnew(running, host);
            case START -> {
                if (!isOnItsWay(host)) {
                    startAnew(running, host);
                }
            }
        }
        return report(wish.step());
    }

    private static boolean isOnItsWay(StepHost host) {
        StepState state = host.report().state();
        return state == StepState.RUNNING || state == StepState.STARTING || state == StepState.RESTARTING;
    }

    private StepReport report(StepAddress step) {
        return steps.at(step).map(StepHost::report).orElseThrow(() -> new ProblemException(OffProblems.notHere(step)));
    }

    private void startAnew(Optional<Order> running, StepHost host) {
        CheckedRelease release = kept(running);
        Map<StepAddress, Program> programs = builder.build(release, List.of(host.plan()));
        host.pardon();
        steps.change(release, programs);
    }

    private CheckedRelease kept(Optional<Order> running) {
        return releases.kept(running.orElseThrow(() -> new ProblemException(OffProblems.nothingRuns())));
    }

    /// Switches off what is to be off, and on what is not, now and after each start of the node. What
    /// cannot be built stays off and is said.
    void use(Optional<Order> running, Switches now) {
        if (now.equals(switches.switches())) {
            return;
        }
        switches.keep(now);
        steps.say(
                now.equals(Switches.ALL_ON)
                        ? "nothing is switched off any more"
                        : "operators switched off: " + off(now));
        if (running.isPresent() && steps.running() != 0) {
            CheckedRelease release = kept(running);
            steps.change(release, programs(release));
        }
    }

    private Map<StepAddress, Program> programs(CheckedRelease release) {
        List<StepPlan> plans = steps.changed(release);
        try {
            return builder.build(release, plans);
        } catch (ProblemException oneIsBroken) {
            var programs = new HashMap<StepAddress, Program>();
            plans.forEach(plan -> programs.putAll(program(release, plan)));
            return programs;
        }
    }

    private Map<StepAddress, Program> program(CheckedRelease release, StepPlan plan) {
        try {
            return builder.build(release, List.of(plan));
        } catch (ProblemException broken) {
            steps.say(LogLevel.ERROR, broken.problem());
            return Map.of();
        }
    }

    private static String off(Switches now) {
        var words = new java.util.ArrayList<String>();
        if (now.maintenance()) {
            words.add("all, for maintenance");
        }
        if (now.node()) {
            words.add("the node");
        }
        now.flows().forEach(flow -> words.add("flow " + flow));
        now.steps().forEach(step -> words.add("step " + step));
        return words.stream().limit(10).collect(java.util.stream.Collectors.joining(", "))
                + (words.size() > 10 ? " and " + (words.size() - 10) + " more" : "");
    }
}
