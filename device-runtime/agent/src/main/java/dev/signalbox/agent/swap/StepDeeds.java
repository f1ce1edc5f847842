// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.agent.release.CheckedRelease;
import dev.signalbox.agent.release.Order;
import dev.signalbox.agent.step.Program;
import dev.signalbox.agent.step.StepHost;
import dev.signalbox.agent.step.StepPlan;
import dev.signalbox.agent.storage.DiskRefused;
import dev.signalbox.protocol.action.StepWish;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.release.Switches;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.StepReport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What operators do to the steps of the release that runs. Used on the thread on which releases
/// change, so that neither gets into the other's way; what is to run is read from disk and checked
/// each time.
final class StepDeeds {
    private final SwitchMemory switches;
    private final Workshop workshop;
    private final Steps steps;
    private final Retry retry;

    /// @param retry for switches that a disk keeps from taking effect
    StepDeeds(SwitchMemory switches, Workshop workshop, Steps steps, Retry retry) {
        this.switches = switches;
        this.workshop = workshop;
        this.steps = steps;
        this.retry = retry;
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
            case START -> start(running, host);
            case PAUSE -> pause(host);
            case NEXT -> allowOne(host);
            case RESUME -> host.resume();
        }
        return report(wish.step());
    }

    private void start(Optional<Order> running, StepHost host) {
        host.resume();
        if (!isOnItsWay(host)) {
            startAnew(running, host);
        }
    }

    private static void pause(StepHost host) {
        if (!isOnItsWay(host)) {
            throw new ProblemException(OffProblems.notRunning(host.plan().address()));
        }
        host.pause();
    }

    private static void allowOne(StepHost host) {
        if (!host.isPaused()) {
            throw new ProblemException(OffProblems.notPaused(host.plan().address()));
        }
        host.allowOne();
    }

    /// Starts those that are to run and do not; one that cannot be is said, and hinders no other.
    void startAll(Optional<Order> running) {
        for (StepHost host : List.copyOf(steps.all())) {
            if (host.whyOff().isEmpty()) {
                try {
                    start(running, host);
                } catch (DiskRefused notNow) {
                    steps.say(LogLevel.ERROR, notNow.problem());
                } catch (ProblemException broken) {
                    steps.say(LogLevel.ERROR, broken.problem());
                }
            }
        }
    }

    private static boolean isOnItsWay(StepHost host) {
        return switch (host.report().state()) {
            case RUNNING, PAUSED, STARTING, RESTARTING -> true;
            case STOPPED, QUARANTINED -> false;
        };
    }

    private StepReport report(StepAddress step) {
        return steps.at(step).map(StepHost::report).orElseThrow(() -> new ProblemException(OffProblems.notHere(step)));
    }

    private void startAnew(Optional<Order> running, StepHost host) {
        Prepared anew = workshop.prepared(kept(running), List.of(host.plan()));
        host.pardon();
        steps.change(anew);
    }

    private CheckedRelease kept(Optional<Order> running) {
        return workshop.release(running.orElseThrow(() -> new ProblemException(OffProblems.nothingRuns())));
    }

    /// Switches off what is to be off, and on what is not, now and after each start of the node. What
    /// cannot be built stays off and is said.
    ///
    /// @param running the order that runs, also later, when a disk lets us read what it needs
    void use(Supplier<Optional<Order>> running, Switches now) {
        if (now.equals(switches.switches())) {
            return;
        }
        switches.keep(now);
        steps.say(
                now.equals(Switches.ALL_ON)
                        ? "nothing is switched off any more"
                        : "operators switched off: " + off(now));
        retry.reset();
        apply(running);
    }

    private void apply(Supplier<Optional<Order>> running) {
        try {
            if (running.get().isPresent() && steps.running() != 0) {
                steps.change(switched(kept(running.get())));
            }
        } catch (DiskRefused notNow) {
            steps.say(LogLevel.ERROR, notNow.problem());
            retry.later(() -> apply(running));
        }
    }

    private Prepared switched(CheckedRelease release) {
        List<StepPlan> plans = steps.changed(release);
        try {
            return workshop.prepared(release, plans);
        } catch (DiskRefused notNow) {
            throw notNow;
        } catch (ProblemException oneIsBroken) {
            return new Prepared(release, programs(release, plans));
        }
    }

    /// Those that can be built. What a disk refuses may be no fault of the step, and is tried again.
    private Map<StepAddress, Program> programs(CheckedRelease release, List<StepPlan> plans) {
        var programs = new HashMap<StepAddress, Program>();
        for (StepPlan plan : plans) {
            try {
                programs.putAll(workshop.prepared(release, List.of(plan)).programs());
            } catch (DiskRefused notNow) {
                programs.values().forEach(Program::close);
                throw notNow;
            } catch (ProblemException broken) {
                steps.say(LogLevel.ERROR, broken.problem());
            }
        }
        return programs;
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
