// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.figures;

import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.NodeFigures;
import dev.signalbox.protocol.report.NodeFigures.OfStep;
import dev.signalbox.protocol.report.NodeFigures.OfWire;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one node counted, in its last two reports, and when the last one came.
final class NodePace {
    /// A node reports every 2 s while anything changes, so a longer silence before a report was rest, mostly.
    private static final double LONGEST_SECONDS = 10;

    private final NodeFigures now;
    private final @Nullable NodeFigures former;
    private final long heardNanos;
    private final double seconds;
    private final Map<StepAddress, OfStep> steps;
    private final Map<Ends, OfWire> wires;

    /// @param former the report before; none when the node was started again
    private NodePace(NodeFigures now, @Nullable NodeFigures former, long heardNanos) {
        this.now = now;
        this.former = former;
        this.heardNanos = heardNanos;
        this.seconds = former == null ? 0 : Math.min((now.upMillis() - former.upMillis()) / 1000.0, LONGEST_SECONDS);
        this.steps = new HashMap<>();
        this.wires = new HashMap<>();
        if (former != null) {
            former.steps().forEach(step -> steps.put(step.step(), step));
            former.wires().forEach(wire -> wires.put(Ends.of(wire), wire));
        }
    }

    private record Ends(StepAddress from, StepAddress to) {
        static Ends of(OfWire wire) {
            return new Ends(wire.from(), wire.to());
        }
    }

    static NodePace first(NodeFigures now, long heardNanos) {
        return new NodePace(now, null, heardNanos);
    }

    /// A report of the same moment completes this one; one of an earlier moment is of an agent that was started again.
    NodePace then(NodeFigures next, long nextNanos) {
        if (next.upMillis() == now.upMillis()) {
            return new NodePace(next, former, nextNanos);
        }
        return new NodePace(next, next.upMillis() > now.upMillis() ? now : null, nextNanos);
    }

    long heardNanos() {
        return heardNanos;
    }

    /// @param fresh whether the reports are of late, so that they tell a pace
    void addTo(FlowFigures flow, boolean fresh) {
        now.steps().stream()
                .filter(step -> flow.isOf(step.step()))
                .forEach(step -> flow.add(step.step(), figures(step, fresh)));
        now.wires().stream()
                .filter(wire -> flow.isOf(wire.from()) && flow.isOf(wire.to()))
                .forEach(wire -> flow.add(wire.from(), wire.to(), figures(wire, fresh)));
    }

    Optional<StepFigures> step(StepAddress address, boolean fresh) {
        return now.steps().stream()
                .filter(step -> step.step().equals(address))
                .findFirst()
                .map(step -> figures(step, fresh));
    }

    private StepFigures figures(OfStep step, boolean fresh) {
        Optional<StepFigures.Pace> pace = Optional.ofNullable(steps.get(step.step()))
                .filter(was -> fresh)
                .map(was -> new StepFigures.Pace(
                        rate(was.received(), step.received()),
                        rate(was.sent(), step.sent()),
                        rate(was.cpuMillis(), step.cpuMillis()) / 1000,
                        rate(was.allocatedBytes(), step.allocatedBytes())));
        return StepFigures.of(step, pace);
    }

    private WireFigures figures(OfWire wire, boolean fresh) {
        return new WireFigures(
                wire.carried(),
                Optional.ofNullable(wires.get(Ends.of(wire)))
                        .filter(was -> fresh)
                        .map(was -> rate(was.carried(), wire.carried())));
    }

    /// Never below 0: a step that left and came back counts anew.
    private double rate(long was, long is) {
        return Math.max(0, is - was) / seconds;
    }
}
