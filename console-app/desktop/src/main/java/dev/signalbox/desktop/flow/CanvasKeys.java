// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.KeyNote;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// What keys do on the page of flows: Ctrl+S saves, Ctrl+Z takes back, Ctrl+Shift+Z or Ctrl+Y does again, Ctrl with
/// +, - and 0 zooms. Text fields keep the keys they know themselves.
final class CanvasKeys {
    static final List<KeyNote> ALL = List.of(
            new KeyNote("Ctrl+S", "Save now"),
            new KeyNote("Ctrl+Z", "Undo"),
            new KeyNote("Ctrl+Y", "Redo"),
            new KeyNote("Ctrl++", "Larger"),
            new KeyNote("Ctrl+-", "Smaller"),
            new KeyNote("Ctrl+0", "At its own size"),
            new KeyNote("Ctrl+C", "Copy the selected steps and notes"),
            new KeyNote("Ctrl+X", "Cut the selected steps and notes"),
            new KeyNote("Ctrl+V", "Paste steps and notes"),
            new KeyNote("Ctrl+D", "Duplicate the selected steps and notes"),
            new KeyNote("Ctrl+A", "Select all steps and notes"),
            new KeyNote("Shift+Click", "Select a step together with others"),
            new KeyNote("Tab", "Next step or note"),
            new KeyNote("Shift+Tab", "Step or note before"),
            new KeyNote("Arrows", "Move what is selected"),
            new KeyNote("W", "Wire from the selected step to another"),
            new KeyNote("N", "Add a note"),
            new KeyNote("F2", "Rename the selected step, write the selected note"),
            new KeyNote("Enter", "In the palette: add a step"),
            new KeyNote("Escape", "Select nothing"),
            new KeyNote("Delete", "Take away what is selected"),
            new KeyNote("Space", "Held down: move the whole sheet"));

    private final FlowsViewModel model;
    private final Map<KeyCombination, Runnable> keys;

    CanvasKeys(FlowsViewModel model, Viewport viewport) {
        this.model = model;
        keys = Map.of(
                ctrl(KeyCode.Z), () -> current(FlowViewModel::personUndoes),
                ctrl(KeyCode.Y), () -> current(FlowViewModel::personRedoes),
                ctrl(KeyCode.Z, KeyCombination.SHIFT_DOWN), () -> current(FlowViewModel::personRedoes),
                ctrl(KeyCode.EQUALS, KeyCombination.SHIFT_ANY), viewport::larger,
                ctrl(KeyCode.PLUS, KeyCombination.SHIFT_ANY), viewport::larger,
                ctrl(KeyCode.ADD), viewport::larger,
                ctrl(KeyCode.MINUS), viewport::smaller,
                ctrl(KeyCode.SUBTRACT), viewport::smaller,
                ctrl(KeyCode.DIGIT0), viewport::home);
    }

    private static KeyCombination ctrl(KeyCode key, KeyCombination.Modifier... more) {
        var modifiers = java.util.Arrays.copyOf(more, more.length + 1);
        modifiers[more.length] = KeyCombination.SHORTCUT_DOWN;
        return new KeyCodeCombination(key, modifiers);
    }

    /// Saving works wherever the focus is; the rest where nothing else wants the key.
    void join(Node page) {
        page.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (ctrl(KeyCode.S).match(event)) {
                model.saveNow();
                event.consume();
            }
        });
        page.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        keys.entrySet().stream()
                .filter(key -> key.getKey().match(event))
                .findFirst()
                .ifPresent(key -> {
                    key.getValue().run();
                    event.consume();
                });
    }

    private void current(Consumer<FlowViewModel> action) {
        model.current().get().ifPresent(action);
    }
}
