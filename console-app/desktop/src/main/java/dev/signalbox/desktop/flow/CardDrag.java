// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Selects a step by pressing it, with Shift together with others, and moves what is selected by dragging. The move
/// counts as one change, made on release.
final class StepDrag {
    private final FlowViewModel flow;
    private final StepCard card;
    private final Consumer<Point2D> preview;
    private Point2D grabbed = Point2D.ZERO;
    private Point2D moved = Point2D.ZERO;

    /// @param preview shows what is selected as far from where it is
    StepDrag(FlowViewModel flow, StepCard card, Consumer<Point2D> preview) {
        this.flow = flow;
        this.card = card;
        this.preview = preview;
        card.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        card.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        Drag.from(card, this::dragged, event -> released());
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            grabbed = card.parentToLocal(card.getParent().sceneToLocal(event.getSceneX(), event.getSceneY()));
            moved = Point2D.ZERO;
            card.toFront();
            select(event.isShiftDown());
        }
    }

    private void select(boolean more) {
        String name = card.step().name();
        if (more) {
            flow.personTurns(name);
        } else if (!flow.selection().get().steps().contains(name)) {
            flow.personSelects(name);
        }
    }

    /// A click, unlike a drag, means this one of those that are selected.
    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress() && !event.isShiftDown()) {
            flow.personSelects(card.step().name());
        }
    }

    private void dragged(MouseEvent event) {
        Point2D at = card.getParent().sceneToLocal(event.getSceneX(), event.getSceneY());
        moved = begin().map(from -> new Point2D(
                                Geometry.snap(at.getX() - grabbed.getX()), Geometry.snap(at.getY() - grabbed.getY()))
                        .subtract(from))
                .orElse(Point2D.ZERO);
        preview.accept(moved);
    }

    private Optional<Point2D> begin() {
        return flow.flow().get().step(card.step().name()).map(step -> new Point2D(step.x(), step.y()));
    }

    private void released() {
        flow.personMoves(moved);
    }
}
