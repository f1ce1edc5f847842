// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import javafx.geometry.Point2D;

/// A step as its card is dragged.
record StepItem(FlowViewModel flow, String name) implements CardDrag.Item {
    @Override
    public Selection alone() {
        return Selection.of(name);
    }

    @Override
    public boolean isIn(Selection selection) {
        return selection.steps().contains(name);
    }

    @Override
    public Selection turned(Selection selection) {
        return selection.turned(name);
    }

    @Override
    public Point2D place() {
        return flow.flow()
                .get()
                .step(name)
                .map(step -> new Point2D(step.x(), step.y()))
                .orElse(Point2D.ZERO);
    }
}
