// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Keys;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Over the messages: what to look for, and whether to follow what comes.
final class MessagesBar extends HBox {
    private final MessagesViewModel model;

    MessagesBar(MessagesViewModel model) {
        this.model = model;
        getStyleClass().add("messages-bar");
        HBox text =
                Fields.withIcon(Icons.SEARCH, field("messages-text", "Find in payloads and properties", model.text()));
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox device = Fields.withIcon(Icons.DEVICES, field("messages-device", "Any device", model.device()));
        device.getStyleClass().add("messages-device");
        Button search = Buttons.plain("Search", model::personSearches);
        search.setId("messages-search");
        getChildren().addAll(text, device, search, newest(), live());
    }

    /// Escape takes away what was looked for.
    private TextField field(String id, String prompt, StringProperty bound) {
        var field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.textProperty().bindBidirectional(bound);
        field.setOnAction(enter -> model.personSearches());
        Keys.onEscape(field, () -> {
            field.clear();
            model.personSearches();
        });
        return field;
    }

    private Node newest() {
        Button newest = Buttons.quiet(Icons.REFRESH, "Read the newest messages", model::personWantsNewest);
        newest.setId("messages-refresh");
        return newest;
    }

    private Node live() {
        var live = new ToggleButton("Live");
        live.setId("messages-live");
        live.setGraphic(Icons.STREAMS.node("icon-small"));
        live.setTooltip(new Tooltip("Show messages as they come"));
        live.setMinWidth(USE_PREF_SIZE);
        live.selectedProperty().bindBidirectional(model.following());
        return live;
    }
}
