// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Step;
import dev.signalbox.operator.flow.Flow.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.geometry.Point2D;

/// The ways a flow can change. Each answers a new flow.
final class FlowEdits {
    private FlowEdits() {}

    static Flow add(Flow flow, Step step) {
        var steps = new ArrayList<>(flow.steps());
        steps.add(step);
        return with(flow, steps, flow.wires());
    }

    static Flow change(Flow flow, String name, UnaryOperator<Step> change) {
        List<Step> steps = flow.steps().stream()
                .map(step -> step.name().equals(name) ? change.apply(step) : step)
                .toList();
        return with(flow, steps, flow.wires());
    }

    static Flow rename(Flow flow, String from, String to) {
        Flow renamed = change(
                flow, from, s -> new Step(to, s.service(), s.version(), s.properties(), s.assignment(), s.x(), s.y()));
        List<Wire> wires = flow.wires().stream()
                .map(w -> new Wire(
                        w.from().equals(from) ? to : w.from(), w.to().equals(from) ? to : w.to(), w.condition()))
                .toList();
        return with(renamed, renamed.steps(), wires);
    }

    static Flow move(Flow flow, String name, double x, double y) {
        return change(flow, name, step -> placed(step, x, y));
    }

    static Step placed(Step s, double x, double y) {
        return new Step(s.name(), s.service(), s.version(), s.properties(), s.assignment(), x, y);
    }

    /// Moves steps and notes together.
    ///
    /// @param by as `reach` answers it
    static Flow shift(Flow flow, Selection moved, Point2D by) {
        Flow now = flow;
        for (Step step : flow.steps()) {
            if (moved.steps().contains(step.name())) {
                now = move(now, step.name(), step.x() + by.getX(), step.y() + by.getY());
            }
        }
        return NoteEdits.shift(now, moved.notes(), by);
    }

    /// How far they can be moved: none further left or up than the canvas begins.
    static Point2D reach(Flow flow, Selection moved, Point2D by) {
        List<Point2D> corners = Geometry.corners(Copying.part(flow, moved));
        return new Point2D(Math.max(by.getX(), -Geometry.left(corners)), Math.max(by.getY(), -Geometry.top(corners)));
    }

    /// Joins two steps, unless they are joined or are the same.
    static Flow connect(Flow flow, String from, String to) {
        boolean there = flow.wires().stream().anyMatch(w -> w.from().equals(from) && w.to().equals(to));
        if (there || from.equals(to)) {
            return flow;
        }
        var wires = new ArrayList<>(flow.wires());
        wires.add(new Wire(from, to, ""));
        return with(flow, flow.steps(), wires);
    }

    static Flow disconnect(Flow flow, Wire wire) {
        return with(
                flow,
                flow.steps(),
                flow.wires().stream().filter(w -> !w.equals(wire)).toList());
    }

    static Flow condition(Flow flow, Wire wire, String condition) {
        List<Wire> wires = flow.wires().stream()
                .map(w -> w.equals(wire) ? new Wire(w.from(), w.to(), condition) : w)
                .toList();
        return with(flow, flow.steps(), wires);
    }

    /// Without the steps and the wires at them.
    static Flow remove(Flow flow, Set<String> names) {
        return with(
                flow,
                flow.steps().stream().filter(s -> !names.contains(s.name())).toList(),
                flow.wires().stream()
                        .filter(w -> !names.contains(w.from()) && !names.contains(w.to()))
                        .toList());
    }

    private static Flow with(Flow flow, List<Step> steps, List<Wire> wires) {
        return flow.with(steps, wires);
    }

    /// A name for a step of that service that no other step has: `boiler-watch`, then `boiler-watch-2`.
    static String freeName(Flow flow, String service) {
        String base = service.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .replace('_', '-')
                .toLowerCase(Locale.ROOT);
        String name = base;
        for (int number = 2; flow.step(name).isPresent(); number++) {
            name = base + "-" + number;
        }
        return name;
    }

    /// What is wrong with a name; empty when nothing is.
    static String complaint(String name, Set<String> taken) {
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,127}")) {
            return "Use letters, digits, - _ and . , a letter or digit first.";
        }
        return taken.stream().anyMatch(name::equalsIgnoreCase) ? "That name is taken." : "";
    }
}
