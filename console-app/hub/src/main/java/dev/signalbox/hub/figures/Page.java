// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.figures;

import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.NodeFigures;
import dev.signalbox.protocol.report.NodeFigures.OfStep;
import dev.signalbox.protocol.report.NodeFigures.OfWire;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one node counts, put together from its reports: its own steps only, and the wires among them. From any thread.
final class Page {
    /// Twice as many as a large node has; who makes up more is not followed.
    static final int MOST_WIRES = 10_000;

    private final Map<StepAddress, OfStep> steps = new HashMap<>();
    private final Map<Ends, OfWire> wires = new HashMap<>();
    private Set<StepAddress> own = Set.of();
    private @Nullable NodeFigures newest;

    private record Ends(StepAddress from, StepAddress to) {}

    /// From now on the node has these steps; others are forgotten.
    synchronized void runs(Collection<StepAddress> now) {
        own = Set.copyOf(now);
        steps.keySet().retainAll(own);
        wires.keySet().removeIf(ends -> !isOwn(ends));
    }

    private boolean isOwn(Ends wire) {
        return own.contains(wire.from()) && own.contains(wire.to());
    }

    /// Takes a report, or a part of one. An agent that was started again begins with nothing.
    synchronized void tells(NodeFigures report) {
        if (newest != null && report.upMillis() < newest.upMillis()) {
            steps.clear();
            wires.clear();
        }
        report.steps().stream().filter(step -> own.contains(step.step())).forEach(step -> steps.put(step.step(), step));
        report.wires().forEach(this::take);
        newest = report;
    }

    private void take(OfWire wire) {
        var ends = new Ends(wire.from(), wire.to());
        if (isOwn(ends) && (wires.size() < MOST_WIRES || wires.containsKey(ends))) {
            wires.put(ends, wire);
        }
    }

    /// All of it; empty before the first report.
    synchronized Optional<NodeFigures> whole() {
        return Optional.ofNullable(newest)
                .map(last -> new NodeFigures(
                        last.upMillis(),
                        last.heapUsed(),
                        last.heapMost(),
                        List.copyOf(steps.values()),
                        List.copyOf(wires.values())));
    }
}
