// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Icons;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Says that someone else changed the twin, and offers both ways out. Takes no room while nobody did.
final class ConflictBanner extends HBox {
    private final TwinViewModel model;

    /// @param id what the ids of its parts begin with
    ConflictBanner(String id, TwinViewModel model) {
        this.model = model;
        setId(id + "-conflict");
        getStyleClass().add("tab-banner");
        var words = new Label("Someone else changed this twin since you read it. Nothing of yours was saved.");
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren()
                .addAll(
                        Icons.WARNING.node("icon-small"),
                        words,
                        button(id + "-compare", "Compare…", this::compare),
                        button(id + "-keep-mine", "Keep mine", model::personKeepsMine),
                        button(id + "-take-theirs", "Take theirs", model::personTakesTheirs));
        visibleProperty().bind(model.state().map(state -> state == TwinState.CONFLICT));
        managedProperty().bind(visibleProperty());
    }

    private static Button button(String name, String text, Runnable press) {
        Button button = Buttons.plain(text, press);
        button.setId(name);
        button.getStyleClass().add("small");
        return button;
    }

    private void compare() {
        var list = new DifferenceList("yours", "theirs", "Nothing differs, or what you typed is not valid JSON yet.");
        list.getStyleClass().add("compare-list");
        list.show(model.differencesFromTheirs());
        Ask.tell(getScene().getWindow(), "Yours and theirs", list);
    }
}
