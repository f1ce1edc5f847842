// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.command;

import dev.signalbox.desktop.kit.Command;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Place;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// A command: its page's icon, its name, its page and its keys.
final class CommandCell extends ListCell<Command> {
    @Override
    protected void updateItem(Command command, boolean empty) {
        super.updateItem(command, empty);
        setText(null);
        boolean none = empty || command == null;
        setGraphic(none ? null : row(command));
        setAccessibleText(none ? null : command.title());
    }

    private static Node row(Command command) {
        Node icon = command.place().map(Place::icon).orElse(Icons.RIGHT).node("icon-small");
        var title = new Label(command.title());
        title.setMinWidth(0);
        var page = new Label(command.place()
                .map(Place::title)
                .filter(named -> !command.title().endsWith(named))
                .orElse(""));
        page.getStyleClass().addAll("subtle", "small-words");
        page.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(icon, title, page, gap);
        row.getStyleClass().add("command-row");
        command.keys().ifPresent(keys -> row.getChildren().add(chip(keys)));
        return row;
    }

    private static Node chip(KeyCombination keys) {
        var chip = new Label(keys.getDisplayText());
        chip.getStyleClass().add("key");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        return chip;
    }
}
