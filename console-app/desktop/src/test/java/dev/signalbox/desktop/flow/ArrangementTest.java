// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Step;
import dev.signalbox.protocol.release.Assignment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;

class ArrangementTest {
    private static final Set<String> ALL = Set.of("a", "b", "c");
    private static final Flow FLOW =
            new Flow("f", "", List.of(step("a", 16, 320), step("b", 64, 16), step("c", 416, 48)), List.of(), "");

    @Test
    void stepsAreBroughtToACommonEdgeOrMiddle() {
        assertThat(across(Arrangement.LEFT)).containsExactly(16.0, 16.0, 16.0);
        assertThat(across(Arrangement.CENTRE)).containsExactly(216.0, 216.0, 216.0);
        assertThat(across(Arrangement.RIGHT)).containsExactly(416.0, 416.0, 416.0);
        assertThat(down(Arrangement.TOP)).containsExactly(16.0, 16.0, 16.0);
        assertThat(down(Arrangement.MIDDLE)).containsExactly(168.0, 168.0, 168.0);
        assertThat(down(Arrangement.BOTTOM)).containsExactly(320.0, 320.0, 320.0);
    }

    @Test
    void theOutermostStayAndTheOthersGetEvenSpaces() {
        assertThat(across(Arrangement.EVENLY_ACROSS)).containsExactly(16.0, 216.0, 416.0);
        assertThat(down(Arrangement.EVENLY_ACROSS)).containsExactly(320.0, 16.0, 48.0);
        assertThat(down(Arrangement.EVENLY_DOWN)).containsExactly(320.0, 16.0, 168.0);
    }

    @Test
    void whatIsNotSelectedStays() {
        Flow now = Arrangement.LEFT.of(FLOW, Set.of("b", "c"));
        assertThat(now.steps()).extracting(Step::x).containsExactly(16.0, 64.0, 64.0);
        assertThat(Arrangement.TOP.of(FLOW, Set.of("a"))).isEqualTo(FLOW);
    }

    @Test
    void stepsThatAreMovedTogetherKeepTheirDistanceAtTheEdge() {
        Flow now = FlowEdits.shift(
                FLOW,
                Selection.of(ALL, List.of()),
                FlowEdits.reach(FLOW, Selection.of(ALL, List.of()), new Point2D(-100, -100)));
        assertThat(now.steps()).extracting(Step::x).containsExactly(0.0, 48.0, 400.0);
        assertThat(now.steps()).extracting(Step::y).containsExactly(304.0, 0.0, 32.0);
    }

    private static List<Double> across(Arrangement one) {
        return one.of(FLOW, ALL).steps().stream().map(Step::x).toList();
    }

    private static List<Double> down(Arrangement one) {
        return one.of(FLOW, ALL).steps().stream().map(Step::y).toList();
    }

    private static Step step(String name, double x, double y) {
        return new Step(name, "A", Step.LATEST, Map.of(), Assignment.NONE, x, y);
    }
}
