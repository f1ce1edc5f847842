// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Icons;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Over the twin: where it stands, and saving it. Ctrl+S saves too.
final class TwinBar extends HBox {
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);

    /// @param id what the ids of its parts begin with
    TwinBar(String id, TwinViewModel model) {
        getStyleClass().add("tab-bar");
        var state = new Label();
        state.setId(id + "-state");
        state.getStyleClass().add("muted");
        state.textProperty().bind(model.state().map(TwinState::words));
        var etag = new Label();
        etag.getStyleClass().addAll("subtle", "tiny-words", "mono");
        etag.setTooltip(new Tooltip("The twin's version, and the etag that a change must name"));
        etag.textProperty()
                .bind(model.twin()
                        .map(twin -> twin.map(it -> "version " + it.version() + " · etag " + it.etag())
                                .orElse("")));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var refresh = Buttons.quiet(Icons.REFRESH, "Read the twin again", model::look);
        refresh.setId(id + "-refresh");
        var discard = Buttons.plain("Discard", model::personDiscards);
        discard.setId(id + "-discard");
        discard.disableProperty().bind(model.state().map(now -> now != TwinState.CHANGED && now != TwinState.INVALID));
        var save = Buttons.primary("Save", model::personSaves);
        save.setId(id + "-save");
        save.setTooltip(new Tooltip("Save tags and desired properties (Ctrl+S)"));
        save.disableProperty().bind(model.state().map(now -> now != TwinState.CHANGED));
        getChildren().addAll(state, etag, gap, refresh, discard, save);
        parentProperty().subscribe(parent -> {
            if (parent != null) {
                parent.setOnKeyPressed(event -> {
                    if (SAVE.match(event)) {
                        model.personSaves();
                        event.consume();
                    }
                });
            }
        });
    }
}
