// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/// Which part of the canvas is seen, and how large: wheel and drag move it, Ctrl and the wheel zoom at the pointer.
final class Viewport {
    private static final double SMALLEST = 0.25;
    private static final double LARGEST = 2;
    private static final double STEP = 1.1;

    private final Pane frame;
    private final DoubleProperty zoom = new SimpleDoubleProperty(1);
    private final Translate moved = new Translate();
    private Point2D grabbed = Point2D.ZERO;
    private boolean space;

    Viewport(Pane frame, Pane world) {
        this.frame = frame;
        var scale = new Scale();
        scale.xProperty().bind(zoom);
        scale.yProperty().bind(zoom);
        world.getTransforms().addAll(moved, scale);
        frame.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        frame.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
        frame.addEventFilter(MouseEvent.MOUSE_RELEASED, e -> frame.setCursor(Cursor.DEFAULT));
        frame.addEventFilter(ScrollEvent.SCROLL, this::scrolled);
        frame.addEventHandler(KeyEvent.KEY_PRESSED, e -> space |= e.getCode() == KeyCode.SPACE);
        frame.addEventHandler(KeyEvent.KEY_RELEASED, e -> space &= e.getCode() != KeyCode.SPACE);
    }

    private boolean pans(MouseEvent event) {
        return event.getButton() == MouseButton.MIDDLE || event.getButton() == MouseButton.SECONDARY || space;
    }

    private void pressed(MouseEvent event) {
        if (pans(event)) {
            grabbed = new Point2D(event.getX() - moved.getX(), event.getY() - moved.getY());
            frame.setCursor(Cursor.CLOSED_HAND);
            hide(event);
        }
    }

    /// What is pressed with the right button hears of it nevertheless, so that its tooltip gives way to its menu.
    private static void hide(MouseEvent event) {
        if (event.getButton() != MouseButton.SECONDARY) {
            event.consume();
        }
    }

    private void dragged(MouseEvent event) {
        if (pans(event)) {
            moved.setX(event.getX() - grabbed.getX());
            moved.setY(event.getY() - grabbed.getY());
            event.consume();
        }
    }

    private void scrolled(ScrollEvent event) {
        if (event.isShortcutDown()) {
            zoomAt(event.getDeltaY() > 0 ? STEP : 1 / STEP, event.getX(), event.getY());
        } else {
            moved.setX(moved.getX() + event.getDeltaX());
            moved.setY(moved.getY() + event.getDeltaY());
        }
        event.consume();
    }

    private void zoomAt(double factor, double x, double y) {
        double now = Math.clamp(zoom.get() * factor, SMALLEST, LARGEST);
        double by = now / zoom.get();
        moved.setX(x - (x - moved.getX()) * by);
        moved.setY(y - (y - moved.getY()) * by);
        zoom.set(now);
    }

    /// Larger around the middle.
    void larger() {
        zoomAt(STEP, frame.getWidth() / 2, frame.getHeight() / 2);
    }

    /// Smaller around the middle.
    void smaller() {
        zoomAt(1 / STEP, frame.getWidth() / 2, frame.getHeight() / 2);
    }

    /// Back to the beginning, at full size.
    void home() {
        zoom.set(1);
        moved.setX(0);
        moved.setY(0);
    }

    DoubleProperty zoom() {
        return zoom;
    }

    Translate moved() {
        return moved;
    }
}
