// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.figures;

import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.NodeFigures;
import dev.signalbox.protocol.report.NodeFigures.OfStep;
import dev.signalbox.protocol.report.NodeFigures.OfWire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What the hub has been told, so that only what is new is said. For one thread.
final class Told {
    /// An address has up to 257 characters, so that many are less than a message may hold.
    static final int MOST_IN_A_PART = 200;

    private final Map<StepAddress, OfStep> steps = new HashMap<>();
    private final Map<Ends, OfWire> wires = new HashMap<>();
    private boolean owesAWord = true;

    private record Ends(StepAddress from, StepAddress to) {
        static Ends of(OfWire wire) {
            return new Ends(wire.from(), wire.to());
        }
    }

    /// The hub may have forgotten everything.
    void forget() {
        steps.clear();
        wires.clear();
        owesAWord = true;
    }

    /// What is to be said now, in parts that a message can hold: none when nothing is new. After news one empty part
    /// follows, from which it can be seen that all stands still.
    List<NodeFigures> news(NodeFigures now) {
        forgetAllBut(now);
        List<OfStep> otherSteps = now.steps().stream()
                .filter(step -> !step.equals(steps.get(step.step())))
                .toList();
        List<OfWire> otherWires = now.wires().stream()
                .filter(wire -> !wire.equals(wires.get(Ends.of(wire))))
                .toList();
        boolean none = otherSteps.isEmpty() && otherWires.isEmpty();
        return none && !owesAWord ? List.of() : parts(now, otherSteps, otherWires);
    }

    private void forgetAllBut(NodeFigures now) {
        steps.keySet().retainAll(now.steps().stream().map(OfStep::step).collect(Collectors.toSet()));
        wires.keySet().retainAll(now.wires().stream().map(Ends::of).collect(Collectors.toSet()));
    }

    private static List<NodeFigures> parts(NodeFigures now, List<OfStep> steps, List<OfWire> wires) {
        var parts = new ArrayList<NodeFigures>();
        int from = 0;
        do {
            parts.add(new NodeFigures(
                    now.upMillis(), now.heapUsed(), now.heapMost(), some(steps, from), some(wires, from)));
            from += MOST_IN_A_PART;
        } while (from < Math.max(steps.size(), wires.size()));
        return parts;
    }

    private static <T> List<T> some(List<T> all, int from) {
        return all.subList(Math.min(from, all.size()), Math.min(from + MOST_IN_A_PART, all.size()));
    }

    /// The part is on its way.
    void said(NodeFigures part) {
        part.steps().forEach(step -> steps.put(step.step(), step));
        part.wires().forEach(wire -> wires.put(Ends.of(wire), wire));
        owesAWord = !part.steps().isEmpty() || !part.wires().isEmpty();
    }
}
