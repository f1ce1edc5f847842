// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Note;
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
    /// @param fresh what is new
    record Put(Flow flow, Selection fresh) {}

    /// Those steps with the wires between them, and those notes.
    static Flow part(Flow flow, Selection chosen) {
        Set<String> names = chosen.steps();
        List<Step> steps = flow.steps().stream()
                .filter(step -> names.contains(step.name()))
                .toList();
        List<Wire> wires = flow.wires().stream()
                .filter(wire -> names.contains(wire.from()) && names.contains(wire.to()))
                .toList();
        return new Flow(flow.name(), "", steps, wires, List.copyOf(chosen.notes()), "");
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
        List<Note> notes =
                part.notes().stream().map(note -> NoteEdits.shifted(note, by)).toList();
        return new Put(NoteEdits.add(now.with(now.steps(), wires), notes), Selection.of(names.values(), notes));
    }

    /// A place near that one where no step and no note begins.
    static Point2D freePlace(Flow flow, double x, double y) {
        double free = 0;
        while (begins(flow, x + free, y + free)) {
            free += ASIDE;
        }
        return new Point2D(x + free, y + free);
    }

    private static boolean begins(Flow flow, double x, double y) {
        return Geometry.corners(flow).contains(new Point2D(x, y));
    }

    private static Point2D to(Flow part, Point2D middle) {
        List<Point2D> corners = Geometry.corners(part);
        double left = Geometry.left(corners);
        double top = Geometry.top(corners);
        double x = middle.getX() - (Geometry.rightmost(corners) + Geometry.STEP_WIDTH - left) / 2;
        double y = middle.getY() - (Geometry.lowest(corners) + Geometry.STEP_HEIGHT - top) / 2;
        return new Point2D(Geometry.snap(x) - left, Geometry.snap(y) - top);
    }

    private static Point2D aside(Flow flow, Flow part) {
        Point2D first = Geometry.corners(part).getFirst();
        return freePlace(flow, first.getX(), first.getY()).subtract(first);
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
