// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// What keys do in a part of a page.
public final class Keys {
    private Keys() {}

    /// What Escape does there, unless something inside has a use for it, such as a list that is open.
    public static void onEscape(Node node, Runnable action) {
        on(KeyCode.ESCAPE, node, action);
    }

    /// What Enter does there, unless something inside has a use for it.
    public static void onEnter(Node node, Runnable action) {
        on(KeyCode.ENTER, node, action);
    }

    /// Has Tab leave a text of several lines, as it leaves every other field.
    public static void tabLeaves(TextArea area) {
        area.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.TAB && !key.isShortcutDown()) {
                area.requestFocusTraversal(key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                key.consume();
            }
        });
    }

    private static void on(KeyCode code, Node node, Runnable action) {
        node.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == code && !key.isShortcutDown()) {
                action.run();
                key.consume();
            }
        });
    }
}
