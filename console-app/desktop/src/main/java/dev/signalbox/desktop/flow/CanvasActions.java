// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.Clip;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.input.Clipboard;

/// What a person does with what is selected on the canvas, by keys or from a menu.
final class CanvasActions {
    private final FlowsViewModel model;
    private final FlowCanvas canvas;
    private final Runnable rename;
    private final WireMenu wireMenu = new WireMenu();

    /// @param rename has the selected step's name typed anew, when there is one
    CanvasActions(FlowsViewModel model, FlowCanvas canvas, Runnable rename) {
        this.model = model;
        this.canvas = canvas;
        this.rename = rename;
    }

    void copy() {
        current(open -> open.copied().ifPresent(Clip::copy));
    }

    void cut() {
        current(open -> open.copied().ifPresent(text -> {
            Clip.copy(text);
            open.personDeletesSelected();
        }));
    }

    /// @param at where its middle is to be; empty for beside where it was
    void paste(Optional<Point2D> at) {
        String text =
                Optional.ofNullable(Clipboard.getSystemClipboard().getString()).orElse("");
        model.texts().personPastes(text, at);
    }

    void duplicate() {
        current(FlowViewModel::personDuplicates);
    }

    void delete() {
        current(FlowViewModel::personDeletesSelected);
    }

    void selectAll() {
        current(FlowViewModel::personSelectsAll);
    }

    /// Has the selected step renamed, or the selected note written.
    void rename() {
        writeNote();
        rename.run();
    }

    void writeNote() {
        canvas.writeNote();
    }

    /// @param at where it begins; empty for the middle of what is seen
    void addNote(Optional<Point2D> at) {
        canvas.addNote(at);
    }

    /// Offers the steps that a wire could go to from the selected one.
    void wire() {
        current(open -> open.selectedStep()
                .ifPresent(from ->
                        canvas.drawn(Selection.of(from.name())).ifPresent(card -> wireMenu.ask(open, from, card))));
    }

    /// Moves what is selected, in steps of the grid.
    void move(int across, int down) {
        current(open -> open.personMoves(new Point2D(across, down).multiply(Geometry.GRID)));
    }

    /// Selects the next step or note, or the one before.
    ///
    /// @param by 1 or -1
    /// @return whether there is one
    boolean walk(int by) {
        return model.current().get().filter(open -> open.personWalks(by)).isPresent();
    }

    void selectNothing() {
        current(FlowViewModel::personSelectsNothing);
    }

    private void current(Consumer<FlowViewModel> action) {
        model.current().get().ifPresent(action);
    }
}
