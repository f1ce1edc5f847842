// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.agent.release.CheckedRelease;
import dev.signalbox.agent.routing.Routes;
import dev.signalbox.agent.routing.Switchboard;
import dev.signalbox.agent.step.StepHost;
import dev.signalbox.agent.step.StepPlan;
import dev.signalbox.agent.step.StepTask;
import dev.signalbox.engine.load.LoadedService;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.StepReport;
import dev.signalbox.protocol.report.StepState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/// The steps that run. Used by one thread, except `reports` and `tellAll`.
final class StepSet {
    private final Switchboard switchboard;
    private volatile Map<StepAddress, StepHost> hosts = Map.of();

    StepSet(Switchboard switchboard) {
        this.switchboard = switchboard;
    }

    /// Goes over to the release: steps with the same plan run on untouched, all others are stopped, changed or started.
    /// Messages for a changed step wait in the new one's mailbox meanwhile.
    void change(
            CheckedRelease release,
            Map<StepAddress, LoadedService> loaded,
            BiFunction<StepPlan, LoadedService, StepHost> maker) {
        var next = new HashMap<StepAddress, StepHost>();
        var fresh = new ArrayList<StepHost>();
        for (StepPlan plan : plans(release)) {
            StepHost running = hosts.get(plan.address());
            LoadedService service = loaded.get(plan.address());
            if (running != null && (service == null || running.plan().equals(plan))) {
                next.put(plan.address(), running);
            } else if (service != null) {
                StepHost host = maker.apply(plan, service);
                next.put(plan.address(), host);
                fresh.add(host);
            }
        }
        List<StepHost> leaving = hosts.values().stream()
                .filter(host -> !host.equals(next.get(host.plan().address())))
                .toList();
        hosts = Map.copyOf(next);
        switchboard.use(Routes.of(next, release.manifest().wires()));
        leaving.parallelStream().forEach(StepHost::stop);
        fresh.forEach(StepHost::start);
    }

    /// The plans that are not running as they are.
    List<StepPlan> changed(CheckedRelease release) {
        return plans(release).stream().filter(plan -> !runs(plan)).toList();
    }

    private boolean runs(StepPlan plan) {
        StepHost running = hosts.get(plan.address());
        return running != null && running.plan().equals(plan);
    }

    private static List<StepPlan> plans(CheckedRelease release) {
        return release.steps().stream()
                .map(step -> new StepPlan(
                        step.address(),
                        step.service(),
                        step.version(),
                        release.service(step).bundle(),
                        step.properties()))
                .toList();
    }

    boolean has(StepHost host) {
        return hosts.containsValue(host);
    }

    List<StepReport> reports() {
        return hosts.values().stream()
                .map(StepHost::report)
                .sorted(java.util.Comparator.comparing(StepReport::step))
                .toList();
    }

    /// Those that do not run yet are told when they do.
    void tellAll(StepTask task) {
        hosts.values().stream()
                .filter(host -> host.report().state() == StepState.RUNNING)
                .forEach(host -> host.tell(task));
    }

    void stopAll() {
        Map<StepAddress, StepHost> leaving = hosts;
        hosts = Map.of();
        switchboard.use(Routes.NONE);
        leaving.values().parallelStream().forEach(StepHost::stop);
    }
}
