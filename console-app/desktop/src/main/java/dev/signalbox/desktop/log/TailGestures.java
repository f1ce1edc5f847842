// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.log;

import dev.signalbox.desktop.kit.Clip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// What mouse and keys do in a tail view.
final class TailGestures {
    private final TailView view;
    private final LogViewModel model;
    private double scrollLeft;

    TailGestures(TailView view, LogViewModel model) {
        this.view = view;
        this.model = model;
    }

    void join() {
        view.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void scrolled(ScrollEvent event) {
        scrollLeft -= event.getDeltaY() / view.rowHeight();
        long lines = (long) scrollLeft;
        scrollLeft -= lines;
        if (lines != 0) {
            model.readerScrolledBy(lines);
        }
        event.consume();
    }

    private void pressed(MouseEvent event) {
        view.requestFocus();
        long place = view.placeAt(event.getY());
        if (event.getButton() != MouseButton.PRIMARY || place >= model.end()) {
            return;
        }
        if (event.isShiftDown()) {
            model.readerMarkedUpTo(place);
        } else {
            model.readerMarked(place);
        }
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && model.end() > model.first()) {
            model.readerMarkedUpTo(Math.min(view.placeAt(event.getY()), model.end() - 1));
        }
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown()) {
            shortcut(event);
            return;
        }
        switch (event.getCode()) {
            case UP -> model.readerScrolledBy(-1);
            case DOWN -> model.readerScrolledBy(1);
            case PAGE_UP -> model.readerScrolledBy(-model.rows());
            case PAGE_DOWN -> model.readerScrolledBy(model.rows());
            case HOME -> model.readerScrolledTo(model.first());
            case END -> model.readerJumpedToNewest();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void shortcut(KeyEvent event) {
        if (event.getCode() == KeyCode.C) {
            Clip.copy(model.copied());
            event.consume();
        } else if (event.getCode() == KeyCode.A) {
            model.readerMarkedAll();
            event.consume();
        }
    }
}
