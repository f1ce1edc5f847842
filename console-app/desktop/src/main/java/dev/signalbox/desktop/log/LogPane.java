// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.log;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Icons;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;

/// The tail with what lies over it: a word when there is nothing, and the way back to the newest line.
final class LogPane extends StackPane {
    private final LogViewModel model;
    private final EmptyState none = new EmptyState(
            Icons.LOGS,
            "No lines yet",
            "What services write appears here, live, as soon as a node runs a step. Release a flow to begin.");
    private final EmptyState hidden;
    private final Button newest = Buttons.plain(Icons.TO_END, "", this::jump);

    LogPane(LogViewModel model) {
        this.model = model;
        hidden = new EmptyState(
                Icons.FILTER,
                "No line matches",
                "The filter hides all lines there are.",
                Buttons.plain("Clear the filter", () -> model.filter().set(LogFilter.ALL)));
        getStyleClass().add("log-pane");
        newest.getStyleClass().addAll("log-newest", "small");
        getChildren().addAll(new TailView(model), none, hidden, newest);
        model.revision().subscribe(this::show);
    }

    private void show() {
        boolean empty = model.end() == model.first();
        none.setVisible(empty && model.total() == 0);
        hidden.setVisible(empty && model.total() > 0);
        newest.setVisible(!model.following().get() && !empty);
        newest.setText(
                model.unseen().get() == 0
                        ? "Jump to newest"
                        : String.format(
                                "%,d new · jump to newest", model.unseen().get()));
    }

    private void jump() {
        model.readerJumpedToNewest();
    }
}
