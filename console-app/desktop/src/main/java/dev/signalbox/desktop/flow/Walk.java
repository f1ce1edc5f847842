// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.operator.flow.Flow;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The way from one step or note of a flow to the next, for who uses keys: from left to right as they are drawn.
final class Walk {
    private Walk() {}

    private record Stop(double x, double y, Selection selection) {}

    /// Each as it is selected alone.
    static List<Selection> through(Flow flow) {
        Stream<Stop> steps = flow.steps().stream().map(one -> new Stop(one.x(), one.y(), Selection.of(one.name())));
        Stream<Stop> notes = flow.notes().stream().map(one -> new Stop(one.x(), one.y(), Selection.of(one)));
        return Stream.concat(steps, notes)
                .sorted(Comparator.comparingDouble(Stop::x).thenComparingDouble(Stop::y))
                .map(Stop::selection)
                .toList();
    }
}
