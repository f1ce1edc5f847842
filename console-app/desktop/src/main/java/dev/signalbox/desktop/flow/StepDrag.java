// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.operator.flow.Flow.Step;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Selects a step by pressing it, and moves it by dragging. The move counts as one change, made on release.
final class StepDrag {
    private final FlowViewModel flow;
    private final StepCard card;
    private final Runnable route;
    private Point2D grabbed = Point2D.ZERO;

    StepDrag(FlowViewModel flow, StepCard card, Runnable route) {
        this.flow = flow;
        this.card = card;
        this.route = route;
        card.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        Drag.from(card, this::dragged, event -> released());
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            grabbed = card.parentToLocal(card.getParent().sceneToLocal(event.getSceneX(), event.getSceneY()));
            card.toFront();
            flow.personSelects(card.step().name());
        }
    }

    private void dragged(MouseEvent event) {
        Point2D at = card.getParent().sceneToLocal(event.getSceneX(), event.getSceneY());
        Step s = card.step();
        double x = Geometry.snap(at.getX() - grabbed.getX());
        double y = Geometry.snap(at.getY() - grabbed.getY());
        card.show(new Step(s.name(), s.service(), s.version(), s.properties(), s.assignment(), x, y));
        route.run();
    }

    private void released() {
        Step now = card.step();
        flow.personEdits(f -> FlowEdits.move(f, now.name(), now.x(), now.y()));
    }
}
