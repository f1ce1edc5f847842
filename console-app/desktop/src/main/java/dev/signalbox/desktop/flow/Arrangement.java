// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Step;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import javafx.geometry.Point2D;

/// The ways to bring selected steps into line. All steps are of one size, so a common middle is a common edge halfway.
enum Arrangement {
    LEFT("Align left"),
    CENTRE("Align centre"),
    RIGHT("Align right"),
    TOP("Align top"),
    MIDDLE("Align middle"),
    BOTTOM("Align bottom"),
    EVENLY_ACROSS("Space evenly across"),
    EVENLY_DOWN("Space evenly down");

    private final String words;

    Arrangement(String words) {
        this.words = words;
    }

    /// As a person would look for it.
    String words() {
        return words;
    }

    /// For the name of a control.
    String id() {
        return "arrange-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The flow with these steps in line; as it is with fewer than two.
    Flow of(Flow flow, Set<String> names) {
        List<Step> steps = flow.steps().stream()
                .filter(step -> names.contains(step.name()))
                .toList();
        return steps.size() < 2 ? flow : of(flow, steps);
    }

    private Flow of(Flow flow, List<Step> steps) {
        List<Point2D> corners = Geometry.corners(steps);
        double left = Geometry.left(corners);
        double right = Geometry.rightmost(corners);
        double top = Geometry.top(corners);
        double bottom = Geometry.lowest(corners);
        return switch (this) {
            case LEFT -> across(flow, steps, left);
            case CENTRE -> across(flow, steps, (left + right) / 2);
            case RIGHT -> across(flow, steps, right);
            case TOP -> down(flow, steps, top);
            case MIDDLE -> down(flow, steps, (top + bottom) / 2);
            case BOTTOM -> down(flow, steps, bottom);
            case EVENLY_ACROSS -> evenlyAcross(flow, steps);
            case EVENLY_DOWN -> evenlyDown(flow, steps);
        };
    }

    private static Flow across(Flow flow, List<Step> steps, double x) {
        return moved(flow, steps, step -> x, Step::y);
    }

    private static Flow down(Flow flow, List<Step> steps, double y) {
        return moved(flow, steps, Step::x, step -> y);
    }

    private static Flow moved(Flow flow, List<Step> steps, ToDoubleFunction<Step> x, ToDoubleFunction<Step> y) {
        Flow now = flow;
        for (Step step : steps) {
            now = FlowEdits.move(now, step.name(), x.applyAsDouble(step), y.applyAsDouble(step));
        }
        return now;
    }

    /// The first and the last stay; those between get equal distances.
    private static Map<String, Double> even(List<Step> steps, ToDoubleFunction<Step> place) {
        List<Step> sorted =
                steps.stream().sorted(Comparator.comparingDouble(place)).toList();
        double first = place.applyAsDouble(sorted.getFirst());
        double gap = (place.applyAsDouble(sorted.getLast()) - first) / (sorted.size() - 1);
        var places = new HashMap<String, Double>();
        for (int i = 0; i < sorted.size(); i++) {
            places.put(sorted.get(i).name(), (double) Math.round(first + i * gap));
        }
        return places;
    }

    private static Flow evenlyAcross(Flow flow, List<Step> steps) {
        Map<String, Double> places = even(steps, Step::x);
        return moved(flow, steps, step -> places.getOrDefault(step.name(), step.x()), Step::y);
    }

    private static Flow evenlyDown(Flow flow, List<Step> steps) {
        Map<String, Double> places = even(steps, Step::y);
        return moved(flow, steps, Step::x, step -> places.getOrDefault(step.name(), step.y()));
    }
}
