// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.query;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.operator.query.SavedQuery;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/// The kept queries: takes one, keeps the one that is written, forgets one.
final class SavedMenu extends MenuButton {
    private static final int LONGEST = 64;

    private final QueryViewModel model;
    private final Runnable chosen;

    /// @param chosen what to do when a kept query was written into the box
    SavedMenu(QueryViewModel model, Runnable chosen) {
        super();
        this.model = model;
        this.chosen = chosen;
        setId("query-saved");
        setGraphic(Icons.SAVED.node("icon-small"));
        setTooltip(new Tooltip("Saved queries"));
        setAccessibleText("Saved queries");
        setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("query-saved");
        model.saved().addListener((ListChangeListener<SavedQuery>) change -> fill());
        fill();
    }

    private void fill() {
        List<SavedQuery> saved = List.copyOf(model.saved());
        getItems().clear();
        for (SavedQuery query : saved) {
            getItems().add(item(query.name(), () -> choose(query)));
        }
        if (saved.isEmpty()) {
            var none = new MenuItem("No query has been saved yet");
            none.setDisable(true);
            getItems().add(none);
        }
        var keep = item("Save this as…", this::keep);
        keep.setId("query-save-as");
        keep.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> model.text().get().isBlank(), model.text()));
        getItems().addAll(new SeparatorMenuItem(), keep);
        if (!saved.isEmpty()) {
            var forget = new Menu("Delete");
            saved.forEach(query -> forget.getItems().add(item(query.name(), () -> forget(query))));
            getItems().add(forget);
        }
    }

    private void choose(SavedQuery query) {
        model.personChose(query);
        chosen.run();
    }

    private static MenuItem item(String words, Runnable action) {
        var item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void keep() {
        var name = new TextField();
        name.setId("query-name");
        name.setPromptText("Presses in the north hall");
        var hint = new Label();
        hint.textProperty().bind(name.textProperty().map(this::hint));
        var form = new VBox(Fields.named("Name", name, hint));
        form.getStyleClass().add("ask-form");
        var ready = name.textProperty()
                .map(typed -> !typed.isBlank() && typed.strip().length() <= LONGEST);
        if (Ask.fill(getScene().getWindow(), "Save this query", form, "Save", ready)) {
            model.personSaves(name.getText().strip());
        }
    }

    private String hint(String typed) {
        if (typed.strip().length() > LONGEST) {
            return "A name has at most " + LONGEST + " characters.";
        }
        boolean taken = model.saved().stream().anyMatch(one -> one.name().equalsIgnoreCase(typed.strip()));
        return taken ? "Replaces the saved query of that name." : "Everyone at this hub sees it.";
    }

    private void forget(SavedQuery query) {
        if (Ask.confirm(
                getScene().getWindow(), "Delete " + query.name() + "?", "It is deleted for everyone.", "Delete")) {
            model.personForgets(query);
        }
    }
}
