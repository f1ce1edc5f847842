// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.agent.release.CheckedRelease;
import dev.signalbox.agent.routing.Routes;
import dev.signalbox.agent.routing.Switchboard;
import dev.signalbox.agent.step.Mailbox;
import dev.signalbox.agent.step.Program;
import dev.signalbox.agent.step.StepHost;
import dev.signalbox.agent.step.StepPlan;
import dev.signalbox.agent.step.StepTask;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.StepReport;
import dev.signalbox.protocol.report.StepState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The steps that run. Used by one thread, except `reports` and `tellAll`.
final class StepSet {
    private static final Set<StepState> RUN = Set.of(StepState.RUNNING, StepState.PAUSED);

    private final Switchboard switchboard;
    private volatile Map<StepAddress, StepHost> hosts = Map.of();
    private volatile Function<StepAddress, Optional<Problem>> whyOff = step -> Optional.empty();

    StepSet(Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    /// Makes a host for a plan, which goes on with what waits in the mailbox.
    interface HostMaker {
        StepHost make(StepPlan plan, Program program, Mailbox mailbox);
    }

    /// Says from now on which steps are switched off, and why.
    void use(Function<StepAddress, Optional<Problem>> off) {
        whyOff = off;
    }

    /// Goes over to the release: steps without a new program run on untouched, all others are stopped,
    /// changed or started. Messages for a changed step wait for the new one meanwhile; a step that
    /// leaves, or is switched off, still does what waits for it.
    ///
    /// @param programs for each step that is to start anew
    void change(CheckedRelease release, Map<StepAddress, Program> programs, HostMaker maker) {
        var next = new HashMap<StepAddress, StepHost>();
        var changes = new ArrayList<Change>();
        for (StepPlan plan : plans(release)) {
            StepHost running = hosts.get(plan.address());
            Program program = programs.get(plan.address());
            Optional<Problem> off = whyOff.apply(plan.address());
            if (off.isPresent()) {
                next.put(plan.address(), isOff(running, plan, off) ? running : off(maker, plan, off.get()));
            } else if (running != null && program == null) {
                next.put(plan.address(), running);
            } else if (program != null) {
                Mailbox mailbox = running == null ? new Mailbox() : running.mailbox();
                StepHost fresh = maker.make(plan, program, mailbox);
                next.put(plan.address(), fresh);
                changes.add(new Change(running, fresh));
            }
        }
        swap(next, Routes.of(next, release.manifest().wires(), switchboard.routes()), changes);
    }

    private static StepHost off(HostMaker maker, StepPlan plan, Problem why) {
        StepHost host = maker.make(plan, Program.NONE, new Mailbox());
        host.switchOff(why);
        return host;
    }

    private static boolean isOff(@Nullable StepHost running, StepPlan plan, Optional<Problem> why) {
        return running != null
                && running.plan().equals(plan)
                && running.whyOff().equals(why);
    }

    private void swap(Map<StepAddress, StepHost> next, Routes target, List<Change> changes) {
        Routes former = switchboard.routes();
        List<StepHost> ending = hosts.values().stream()
                .filter(host -> !host.equals(next.get(host.plan().address())))
                .toList();
        hosts = Map.copyOf(next);
        switchboard.use(target.with(former, ending));
        Change.makeAll(changes);
        ending.stream()
                .filter(host -> changes.stream().noneMatch(change -> host.equals(change.former())))
                .sorted(former.order())
                .forEach(StepHost::leave);
        switchboard.use(target);
    }

    /// The plans that are to run and do not run as they are.
    List<StepPlan> changed(CheckedRelease release) {
        return plans(release).stream().filter(plan -> !runs(plan)).toList();
    }

    private boolean runs(StepPlan plan) {
        StepHost running = hosts.get(plan.address());
        boolean isOff = whyOff.apply(plan.address()).isPresent();
        return isOff
                || (running != null
                        && running.plan().equals(plan)
                        && running.whyOff().isEmpty());
    }

    /// The one at an address.
    Optional<StepHost> at(StepAddress address) {
        return Optional.ofNullable(hosts.get(address));
    }

    private static List<StepPlan> plans(CheckedRelease release) {
        return release.steps().stream()
                .map(placed -> new StepPlan(
                        placed.address(), placed.service(), placed.step().properties()))
                .toList();
    }

    Collection<StepHost> all() {
        return hosts.values();
    }

    boolean has(StepHost host) {
        return hosts.containsValue(host);
    }

    List<StepReport> reports() {
        return hosts.values().stream()
                .map(StepHost::report)
                .sorted(Comparator.comparing(StepReport::step))
                .toList();
    }

    /// Those that do not run yet are told when they do.
    void tellAll(StepTask task) {
        hosts.values().stream()
                .filter(host -> RUN.contains(host.report().state()))
                .forEach(host -> host.tell(task));
    }

    /// Each step ends after what waits for it, sources first.
    void stopAll() {
        Map<StepAddress, StepHost> leaving = hosts;
        hosts = Map.of();
        leaving.values().stream().sorted(switchboard.routes().order()).forEach(StepHost::leave);
        switchboard.use(Routes.NONE);
    }
}
