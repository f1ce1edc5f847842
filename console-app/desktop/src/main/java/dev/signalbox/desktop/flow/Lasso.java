// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import java.util.function.BiConsumer;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Selects what is in a rectangle that is drawn from an empty place of the canvas.
final class Lasso {
    private final Pane canvas;
    private final Pane world;
    private final Region drawn = new Region();
    private Point2D begun = Point2D.ZERO;
    private boolean empty;

    /// @param met told the rectangle at the end, and whether what is in it comes to what was selected before
    Lasso(Pane canvas, Pane world, BiConsumer<Bounds, Boolean> met) {
        this.canvas = canvas;
        this.world = world;
        drawn.getStyleClass().add("lasso");
        drawn.setId("lasso");
        drawn.setMouseTransparent(true);
        drawn.setManaged(false);
        canvas.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        Drag.from(canvas, this::dragged, event -> dropped(event, met));
    }

    private void pressed(MouseEvent event) {
        empty = event.getTarget() == canvas;
        begun = world.sceneToLocal(event.getSceneX(), event.getSceneY());
    }

    private void dragged(MouseEvent event) {
        if (empty) {
            Bounds box = box(event);
            drawn.resizeRelocate(box.getMinX(), box.getMinY(), box.getWidth(), box.getHeight());
            if (drawn.getParent() == null) {
                world.getChildren().add(drawn);
            }
        }
    }

    private Bounds box(MouseEvent event) {
        Point2D at = world.sceneToLocal(event.getSceneX(), event.getSceneY());
        return new BoundingBox(
                Math.min(at.getX(), begun.getX()),
                Math.min(at.getY(), begun.getY()),
                Math.abs(at.getX() - begun.getX()),
                Math.abs(at.getY() - begun.getY()));
    }

    private void dropped(MouseEvent event, BiConsumer<Bounds, Boolean> met) {
        world.getChildren().remove(drawn);
        if (empty) {
            met.accept(box(event), event.isShiftDown());
        }
    }
}
