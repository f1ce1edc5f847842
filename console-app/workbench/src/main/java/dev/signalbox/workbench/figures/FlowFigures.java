// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.figures;

import dev.signalbox.protocol.release.StepAddress;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How busy a flow is, over all nodes, at one moment. Steps are known by name in any case.
public final class FlowFigures {
    /// Of a flow that never ran.
    public static final FlowFigures NONE = new FlowFigures("");

    private final String flow;
    private final Map<String, StepFigures> steps = new HashMap<>();
    private final Map<Ends, WireFigures> wires = new HashMap<>();

    FlowFigures(String flow) {
        this.flow = flow;
    }

    private record Ends(String from, String to) {
        static Ends of(String from, String to) {
            return new Ends(key(from), key(to));
        }
    }

    /// A name as drawn may be one that no step can have.
    private static String key(String step) {
        return step.toLowerCase(Locale.ROOT);
    }

    boolean isOf(StepAddress step) {
        return step.flow().equalsIgnoreCase(flow);
    }

    void add(StepAddress step, StepFigures figures) {
        steps.merge(key(step.step()), figures, StepFigures::plus);
    }

    void add(StepAddress from, StepAddress to, WireFigures figures) {
        wires.merge(Ends.of(from.step(), to.step()), figures, WireFigures::plus);
    }

    /// Empty for a step that no node ever ran.
    public Optional<StepFigures> step(String name) {
        return Optional.ofNullable(steps.get(key(name)));
    }

    /// Empty for a wire that no node ever had.
    public Optional<WireFigures> wire(String from, String to) {
        return Optional.ofNullable(wires.get(Ends.of(from, to)));
    }
}
