// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// What keys do with what is selected while the canvas has the focus: copy, paste, move, walk.
final class SelectionKeys {
    private final CanvasActions actions;
    private final Map<KeyCombination, Runnable> keys;

    SelectionKeys(FlowCanvas canvas, CanvasActions actions) {
        this.actions = actions;
        keys = Map.ofEntries(
                Map.entry(ctrl(KeyCode.A), actions::selectAll),
                Map.entry(ctrl(KeyCode.C), actions::copy),
                Map.entry(ctrl(KeyCode.X), actions::cut),
                Map.entry(ctrl(KeyCode.V), () -> actions.paste(canvas.pointer())),
                Map.entry(ctrl(KeyCode.D), actions::duplicate),
                Map.entry(plain(KeyCode.LEFT), () -> actions.move(-1, 0)),
                Map.entry(plain(KeyCode.RIGHT), () -> actions.move(1, 0)),
                Map.entry(plain(KeyCode.UP), () -> actions.move(0, -1)),
                Map.entry(plain(KeyCode.DOWN), () -> actions.move(0, 1)),
                Map.entry(plain(KeyCode.W), actions::wire),
                Map.entry(plain(KeyCode.N), () -> actions.addNote(canvas.pointer())),
                Map.entry(plain(KeyCode.ENTER), actions::writeNote),
                Map.entry(plain(KeyCode.F2), actions::rename),
                Map.entry(plain(KeyCode.DELETE), actions::delete),
                Map.entry(plain(KeyCode.BACK_SPACE), actions::delete),
                Map.entry(plain(KeyCode.ESCAPE), actions::selectNothing));
        canvas.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private static KeyCombination ctrl(KeyCode key) {
        return new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN);
    }

    private static KeyCombination plain(KeyCode key) {
        return new KeyCodeCombination(key);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isShortcutDown()) {
            walk(event);
            return;
        }
        keys.entrySet().stream()
                .filter(key -> key.getKey().match(event))
                .findFirst()
                .ifPresent(key -> {
                    key.getValue().run();
                    event.consume();
                });
    }

    /// After the last step or note, and before the first, Tab leaves the canvas as it leaves everything else.
    private void walk(KeyEvent event) {
        if (actions.walk(event.isShiftDown() ? -1 : 1)) {
            event.consume();
        }
    }
}
