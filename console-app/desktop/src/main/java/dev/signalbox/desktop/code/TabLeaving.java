// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import javafx.event.EventHandler;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.reactfx.Subscription;

/// Lets Tab lead out of an editor in which nothing is written.
final class TabLeaving implements EditorFeature {
    @Override
    public Subscription joins(CodeEditor editor) {
        EventHandler<KeyEvent> keys = event -> {
            if (event.getCode() == KeyCode.TAB) {
                editor.area()
                        .requestFocusTraversal(
                                event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                event.consume();
            }
        };
        editor.area().addEventFilter(KeyEvent.KEY_PRESSED, keys);
        return () -> editor.area().removeEventFilter(KeyEvent.KEY_PRESSED, keys);
    }
}
