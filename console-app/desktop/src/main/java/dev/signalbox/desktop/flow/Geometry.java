// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.operator.flow.Flow.Step;
import java.util.List;

/// Where things are on the canvas, in its own pixels.
final class Geometry {
    static final double GRID = 16;
    static final double STEP_WIDTH = 176;
    static final double STEP_HEIGHT = 72;

    private Geometry() {}

    static double snap(double at) {
        return Math.max(0, Math.round(at / GRID) * GRID);
    }

    static double left(List<Step> steps) {
        return steps.stream().mapToDouble(Step::x).min().orElse(0);
    }

    static double right(List<Step> steps) {
        return steps.stream().mapToDouble(Step::x).max().orElse(0) + STEP_WIDTH;
    }

    static double top(List<Step> steps) {
        return steps.stream().mapToDouble(Step::y).min().orElse(0);
    }

    static double bottom(List<Step> steps) {
        return steps.stream().mapToDouble(Step::y).max().orElse(0) + STEP_HEIGHT;
    }

    static double outX(Step step) {
        return step.x() + STEP_WIDTH;
    }

    static double portY(Step step) {
        return step.y() + STEP_HEIGHT / 2;
    }

    /// How far a wire goes straight before it bends: half the way, and enough to leave when it goes back.
    static double reach(double fromX, double toX) {
        return Math.max(48, Math.abs(toX - fromX) / 2);
    }

    /// Whether a point is on a step, or so near its in-port that it means it.
    static boolean meets(Step step, double x, double y) {
        return x >= step.x() - GRID
                && x <= step.x() + STEP_WIDTH
                && y >= step.y() - GRID / 2
                && y <= step.y() + STEP_HEIGHT + GRID / 2;
    }
}
