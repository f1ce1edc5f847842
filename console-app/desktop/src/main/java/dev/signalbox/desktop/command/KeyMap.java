// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.command;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.KeyNote;
import dev.signalbox.desktop.kit.Overlay;
import dev.signalbox.desktop.kit.Page;
import dev.signalbox.desktop.kit.TextSize;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All keys and what they do, page by page, over the window.
public final class KeyMap {
    /// Two groups beside each other.
    private static final double WIDTH = 770;

    private final Commands commands;
    private final FlowPane groups = new FlowPane();
    private final Button close = Buttons.quiet(Icons.CLOSE, "Close (Escape)");
    private final Overlay overlay;

    public KeyMap(Commands commands) {
        this.commands = commands;
        overlay = new Overlay(card());
        overlay.setId("key-map");
        close.setOnAction(e -> overlay.close());
    }

    /// To be laid over the window.
    public Node view() {
        return overlay;
    }

    public void open() {
        groups.getChildren().setAll(groups().toList());
        overlay.open(close);
    }

    private VBox card() {
        groups.getStyleClass().add("key-groups");
        groups.prefWrapLengthProperty().bind(TextSize.px(WIDTH));
        var title = new Label("Keys");
        title.getStyleClass().add("pane-title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(title, gap, close);
        head.getStyleClass().add("row");
        var scroll = new ScrollPane(groups);
        scroll.setFitToWidth(true);
        var card = new VBox(head, scroll);
        card.getStyleClass().add("key-card");
        return card;
    }

    private Stream<Node> groups() {
        List<KeyNote> window = commands.withKeys().stream()
                .flatMap(command ->
                        command.keys().stream().map(keys -> new KeyNote(keys.getDisplayText(), command.title())))
                .toList();
        Stream<Node> pages =
                commands.pages().stream().filter(page -> !page.keys().isEmpty()).map(KeyMap::group);
        return Stream.concat(Stream.of(group("Everywhere", window)), pages);
    }

    private static Node group(Page page) {
        return group(page.title(), page.keys());
    }

    private static Node group(String title, List<KeyNote> notes) {
        var name = new Label(title);
        name.getStyleClass().add("section-title");
        var group = new VBox(name);
        group.getStyleClass().add("key-group");
        notes.forEach(note -> group.getChildren().add(row(note)));
        return group;
    }

    private static Node row(KeyNote note) {
        var does = new Label(note.does());
        does.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var keys = new Label(note.keys());
        keys.getStyleClass().add("key");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        var row = new HBox(does, gap, keys);
        row.getStyleClass().add("row");
        return row;
    }
}
