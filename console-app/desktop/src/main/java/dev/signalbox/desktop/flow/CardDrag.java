// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Selects a card by pressing it, with Shift together with others, and moves what is selected by dragging. The move
/// counts as one change, made on release.
final class CardDrag {
    private final FlowViewModel flow;
    private final Node card;
    private final Item item;
    private final Consumer<Point2D> preview;
    private Point2D grabbed = Point2D.ZERO;
    private Point2D moved = Point2D.ZERO;

    /// What a card stands for.
    interface Item extends Drawn {
        boolean isIn(Selection selection);

        /// With it if it was not selected, without it if it was.
        Selection turned(Selection selection);

        /// Where it is while nobody drags it.
        Point2D place();
    }

    /// @param preview shows what is selected as far from where it is
    CardDrag(FlowViewModel flow, Node card, Item item, Consumer<Point2D> preview) {
        this.flow = flow;
        this.card = card;
        this.item = item;
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
        Selection now = flow.selection().get();
        if (more) {
            flow.personSelects(item.turned(now));
        } else if (!item.isIn(now)) {
            flow.personSelects(item.alone());
        }
    }

    /// A click, unlike a drag, means this one of those that are selected.
    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress() && !event.isShiftDown()) {
            flow.personSelects(item.alone());
        }
    }

    private void dragged(MouseEvent event) {
        Point2D at = card.getParent().sceneToLocal(event.getSceneX(), event.getSceneY());
        var to = new Point2D(Geometry.snap(at.getX() - grabbed.getX()), Geometry.snap(at.getY() - grabbed.getY()));
        moved = to.subtract(item.place());
        preview.accept(moved);
    }

    private void released() {
        flow.personMoves(moved);
    }
}
