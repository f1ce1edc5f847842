// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Step;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Point2D;

/// Where things are on the canvas, in its own pixels.
final class Geometry {
    static final double GRID = 16;
    static final double STEP_WIDTH = 176;
    static final double STEP_HEIGHT = 72;
    static final double NOTE_WIDTH = 208;

    private Geometry() {}

    static double snap(double at) {
        return Math.max(0, Math.round(at / GRID) * GRID);
    }

    /// Where each step and each note begins.
    static List<Point2D> corners(Flow flow) {
        return Stream.concat(
                        corners(flow.steps()).stream(),
                        flow.notes().stream().map(note -> new Point2D(note.x(), note.y())))
                .toList();
    }

    static List<Point2D> corners(List<Step> steps) {
        return steps.stream().map(step -> new Point2D(step.x(), step.y())).toList();
    }

    static double left(List<Point2D> corners) {
        return corners.stream().mapToDouble(Point2D::getX).min().orElse(0);
    }

    /// The furthest beginning at the right.
    static double rightmost(List<Point2D> corners) {
        return corners.stream().mapToDouble(Point2D::getX).max().orElse(0);
    }

    static double top(List<Point2D> corners) {
        return corners.stream().mapToDouble(Point2D::getY).min().orElse(0);
    }

    static double lowest(List<Point2D> corners) {
        return corners.stream().mapToDouble(Point2D::getY).max().orElse(0);
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
