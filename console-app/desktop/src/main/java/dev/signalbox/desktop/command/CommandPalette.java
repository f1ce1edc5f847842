// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.command;

import dev.signalbox.desktop.kit.Command;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Overlay;
import dev.signalbox.desktop.kit.TextSize;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// A field over the window that finds and does whatever can be done by name.
public final class CommandPalette {
    private static final double ROW = 34;
    private static final int ROWS = 10;

    private final PaletteViewModel model;
    private final TextField field = new TextField();
    private final ListView<Command> list = new ListView<>();
    private final Overlay overlay;

    public CommandPalette(Commands commands) {
        model = new PaletteViewModel(commands::all);
        overlay = new Overlay(card());
        overlay.setId("command-palette");
    }

    /// To be laid over the window.
    public Node view() {
        return overlay;
    }

    /// Opens it when closed, closes it when open.
    public void toggle() {
        if (overlay.isVisible()) {
            overlay.close();
        } else {
            model.personOpens();
            overlay.open(field);
        }
    }

    private VBox card() {
        field.setId("command-field");
        field.setPromptText("Do, open or go to…");
        field.setAccessibleText("Name of what to do, to open or to go to");
        field.textProperty().bindBidirectional(model.query());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.setId("command-list");
        list.setAccessibleText("What was found");
        list.setItems(model.found());
        list.fixedCellSizeProperty().bind(TextSize.px(ROW));
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new CommandCell());
        list.setPlaceholder(new Label("Nothing is called that."));
        list.setOnMouseClicked(click -> run());
        model.found().addListener((ListChangeListener<Command>) change -> first());
        var foot = new Label("Up and Down choose, Enter does it, Escape closes");
        foot.getStyleClass().addAll("subtle", "tiny-words", "command-foot");
        var card = new VBox(Fields.withIcon(Icons.SEARCH, field), list, foot);
        card.getStyleClass().add("command-card");
        return card;
    }

    private void first() {
        list.setPrefHeight(Math.clamp(model.found().size(), 2, ROWS) * TextSize.of(ROW) + 2);
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
    }

    private void pressed(KeyEvent key) {
        switch (key.getCode()) {
            case UP -> mark(key, -1);
            case DOWN -> mark(key, 1);
            case PAGE_UP -> mark(key, -ROWS);
            case PAGE_DOWN -> mark(key, ROWS);
            case ENTER -> {
                run();
                key.consume();
            }
            default -> {}
        }
    }

    private void mark(KeyEvent key, int by) {
        int last = model.found().size() - 1;
        int marked = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, Math.max(0, last));
        list.getSelectionModel().select(marked);
        list.scrollTo(Math.max(0, marked - ROWS + 1));
        key.consume();
    }

    private void run() {
        Command chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            overlay.close();
            model.personRuns(chosen);
        }
    }
}
