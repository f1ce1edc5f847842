// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Problems;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The messages of a stream, and the one that is looked at below them.
final class MessagesPane extends VBox {
    private static final double TABLE_SHARE = 0.5;

    private final MessagesViewModel model;
    private final MessageTable table;

    /// @param letters stands over dead letters
    /// @param advice says how messages come to be in the stream
    MessagesPane(MessagesViewModel model, MessagePane message, LettersBar letters, Node advice) {
        this.model = model;
        getStyleClass().add("page");
        table = new MessageTable(model, message::show);
        table.setPlaceholder(placeholder(advice));
        var newest = newest();
        var room = new StackPane(table, newest);
        StackPane.setAlignment(newest, Pos.TOP_CENTER);
        VBox.setVgrow(room, Priority.ALWAYS);
        var list = new VBox(room, new MessagesFoot(model));
        var both = new SplitPane(list);
        both.setOrientation(Orientation.VERTICAL);
        both.getStyleClass().add("stream-split");
        VBox.setVgrow(both, Priority.ALWAYS);
        model.rows().subscribe(() -> split(both, message));
        model.isRead().subscribe(() -> split(both, message));
        var problems = new Problems();
        model.problem().subscribe(found -> found.ifPresentOrElse(problems::show, problems::clear));
        letters.visibleProperty().bind(model.areDeadLetters());
        letters.managedProperty().bind(model.areDeadLetters());
        letters.follows(table);
        getChildren().addAll(new MessagesBar(model), letters, problems, both);
    }

    /// Where there is no message, none can be looked at.
    private void split(SplitPane both, MessagePane message) {
        boolean any = !model.rows().isEmpty();
        if (any && !both.getItems().contains(message)) {
            both.getItems().add(message);
            both.setDividerPositions(TABLE_SHARE);
        } else if (!any && model.isRead().get()) {
            both.getItems().remove(message);
        }
    }

    /// What there is instead of rows.
    private Node placeholder(Node advice) {
        var none = new EmptyState(Icons.SEARCH, "Nothing found", "Look for less, or for another device.");
        var reading = new EmptyState(Icons.MESSAGES, "Reading…", "");
        Runnable show = () -> {
            boolean looks = model.more().get() == More.LOOKING;
            advice.setVisible(model.isRead().get() && !model.isNarrowed() && !looks);
            none.setVisible(model.isRead().get() && model.isNarrowed() && !looks);
            reading.setVisible(looks);
        };
        model.more().subscribe(show);
        model.isRead().subscribe(show);
        show.run();
        return new StackPane(advice, none, reading);
    }

    /// Over the list while new messages wait.
    private Button newest() {
        Button newest = Buttons.plain(Icons.UP, "", () -> {
            table.toNewest();
            model.live().readerIs(false);
        });
        newest.setId("messages-newest");
        newest.getStyleClass().add("messages-newest");
        newest.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> String.format(
                                Locale.ROOT,
                                model.live().held().get() < MessageRows.MOST
                                        ? "%,d new · show them"
                                        : "%,d and more new · show them",
                                model.live().held().get()),
                        model.live().held()));
        newest.visibleProperty().bind(model.live().held().greaterThan(0));
        return newest;
    }
}
