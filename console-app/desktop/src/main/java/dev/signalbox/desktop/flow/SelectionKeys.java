// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.Clip;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// What keys do with what is selected while the canvas has the focus: copy, paste, move, walk.
final class SelectionKeys {
    private final FlowsViewModel model;
    private final FlowCanvas canvas;
    private final WireMenu wireMenu = new WireMenu();
    private final Map<KeyCombination, Runnable> keys;

    SelectionKeys(FlowsViewModel model, FlowCanvas canvas) {
        this.model = model;
        this.canvas = canvas;
        keys = Map.ofEntries(
                Map.entry(ctrl(KeyCode.A), () -> current(FlowViewModel::personSelectsAll)),
                Map.entry(ctrl(KeyCode.C), () -> current(SelectionKeys::copy)),
                Map.entry(ctrl(KeyCode.X), () -> current(SelectionKeys::cut)),
                Map.entry(ctrl(KeyCode.V), this::paste),
                Map.entry(ctrl(KeyCode.D), () -> current(FlowViewModel::personDuplicates)),
                Map.entry(plain(KeyCode.LEFT), () -> move(-1, 0)),
                Map.entry(plain(KeyCode.RIGHT), () -> move(1, 0)),
                Map.entry(plain(KeyCode.UP), () -> move(0, -1)),
                Map.entry(plain(KeyCode.DOWN), () -> move(0, 1)),
                Map.entry(plain(KeyCode.W), this::wire),
                Map.entry(plain(KeyCode.N), canvas::addNote),
                Map.entry(plain(KeyCode.ENTER), canvas::writeNote),
                Map.entry(plain(KeyCode.F2), canvas::writeNote),
                Map.entry(plain(KeyCode.ESCAPE), () -> current(FlowViewModel::personSelectsNothing)));
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
        boolean walked = model.current()
                .get()
                .filter(open -> open.personWalks(event.isShiftDown() ? -1 : 1))
                .isPresent();
        if (walked) {
            event.consume();
        }
    }

    private static void copy(FlowViewModel open) {
        open.copied().ifPresent(Clip::copy);
    }

    private static void cut(FlowViewModel open) {
        open.copied().ifPresent(text -> {
            Clip.copy(text);
            open.personDeletesSelected();
        });
    }

    private void paste() {
        String text =
                Optional.ofNullable(Clipboard.getSystemClipboard().getString()).orElse("");
        model.texts().personPastes(text, canvas.pointer());
    }

    private void wire() {
        current(open -> open.selectedStep()
                .ifPresent(from -> canvas.card(from.name()).ifPresent(card -> wireMenu.ask(open, from, card))));
    }

    private void move(int across, int down) {
        current(open -> open.personMoves(new Point2D(across, down).multiply(Geometry.GRID)));
    }

    private void current(Consumer<FlowViewModel> action) {
        model.current().get().ifPresent(action);
    }
}
