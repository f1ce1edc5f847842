// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Step;
import dev.signalbox.operator.flow.Flow.Wire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;

/// Parts of flows taken from one and put into another, or the same.
final class Copying {
    private static final int LONGEST_NAME = 128;
    private static final double ASIDE = 2 * Geometry.GRID;

    private Copying() {}

    /// A flow after something was put into it.
    ///
    /// @param names of the steps that are new
    record Put(Flow flow, Set<String> names) {}

    /// Those steps with the wires between them.
    static Flow part(Flow flow, Set<String> names) {
        List<Step> steps = flow.steps().stream()
                .filter(step -> names.contains(step.name()))
                .toList();
        List<Wire> wires = flow.wires().stream()
                .filter(wire -> names.contains(wire.from()) && names.contains(wire.to()))
                .toList();
        return new Flow(flow.name(), "", steps, wires, "");
    }

    /// Puts a part into a flow, each step with a name that is free there.
    ///
    /// @param middle where the part's middle is to be; empty for beside where it was
    static Put into(Flow flow, Flow part, Optional<Point2D> middle) {
        Point2D by = middle.map(at -> to(part, at)).orElseGet(() -> aside(flow, part));
        Map<String, String> names = new HashMap<>();
        Flow now = flow;
        for (Step step : part.steps()) {
            String name = freeName(now, step.name());
            names.put(step.name(), name);
            now = FlowEdits.add(now, FlowEdits.placed(named(step, name), step.x() + by.getX(), step.y() + by.getY()));
        }
        var wires = new ArrayList<>(now.wires());
        part.wires().stream()
                .map(w -> new Wire(names.getOrDefault(w.from(), ""), names.getOrDefault(w.to(), ""), w.condition()))
                .forEach(wires::add);
        return new Put(
                new Flow(now.name(), now.description(), now.steps(), wires, now.etag()), Set.copyOf(names.values()));
    }

    /// A place near that one where no other step begins.
    static Point2D freePlace(Flow flow, double x, double y) {
        double free = 0;
        while (begins(flow, x + free, y + free)) {
            free += ASIDE;
        }
        return new Point2D(x + free, y + free);
    }

    private static boolean begins(Flow flow, double x, double y) {
        return flow.steps().stream().anyMatch(step -> step.x() == x && step.y() == y);
    }

    private static Point2D to(Flow part, Point2D middle) {
        double left = Geometry.left(part.steps());
        double top = Geometry.top(part.steps());
        double x = middle.getX() - (Geometry.right(part.steps()) - left) / 2;
        double y = middle.getY() - (Geometry.bottom(part.steps()) - top) / 2;
        return new Point2D(Geometry.snap(x) - left, Geometry.snap(y) - top);
    }

    private static Point2D aside(Flow flow, Flow part) {
        Step first = part.steps().getFirst();
        return freePlace(flow, first.x(), first.y()).subtract(first.x(), first.y());
    }

    private static Step named(Step s, String name) {
        return new Step(name, s.service(), s.version(), s.properties(), s.assignment(), s.x(), s.y());
    }

    /// The name itself if it is free, else with the next number: `watch`, `watch-2`, `watch-3`.
    private static String freeName(Flow flow, String name) {
        String base = name.replaceFirst("-\\d{1,9}$", "");
        String free = name;
        for (int number = 2; flow.step(free).isPresent(); number++) {
            String end = "-" + number;
            free = base.substring(0, Math.min(base.length(), LONGEST_NAME - end.length())) + end;
        }
        return free;
    }
}
