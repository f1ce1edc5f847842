// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.figures;

import dev.signalbox.agent.guard.Cost;
import dev.signalbox.agent.routing.Switchboard;
import dev.signalbox.agent.step.StepHost;
import dev.signalbox.agent.step.Tally;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.NodeFigures;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/// Reads the counters of all that runs. It never stops who counts, so numbers of one reading may be a message apart.
///
/// @param steps those that run, asked at each reading
/// @param costs what a step has used
/// @param began `System.nanoTime` when the node started
public record Reading(
        Supplier<Collection<StepHost>> steps, Switchboard wires, Function<StepAddress, Cost> costs, long began)
        implements Supplier<NodeFigures> {
    /// Counts time from now on.
    public Reading(Supplier<Collection<StepHost>> steps, Switchboard wires, Function<StepAddress, Cost> costs) {
        this(steps, wires, costs, System.nanoTime());
    }

    @Override
    public NodeFigures get() {
        Runtime heap = Runtime.getRuntime();
        List<NodeFigures.OfStep> all = steps.get().stream().map(this::figures).toList();
        return new NodeFigures(
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began),
                heap.totalMemory() - heap.freeMemory(),
                heap.maxMemory(),
                all,
                wires.routes().carried());
    }

    private NodeFigures.OfStep figures(StepHost step) {
        Tally.Counts counts = step.tally().now();
        Cost cost = costs.apply(step.address()).coarse();
        return new NodeFigures.OfStep(
                step.address(),
                counts.received(),
                counts.sent(),
                counts.failed(),
                step.waiting(),
                cost.cpuMillis(),
                cost.allocatedBytes(),
                cost.residentBytes());
    }
}
