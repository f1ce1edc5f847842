// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Clip;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.operator.device.IdentityKeys;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// How a new device connects.
final class ConnectionCard extends VBox {
    private final String id;

    ConnectionCard(String id, IdentityKeys keys) {
        this.id = id;
        getStyleClass().add("ask-form");
        var words = new Label("Put this into the device's software. It holds the device's key: give it to nobody else. "
                + "You find it again under Identity.");
        words.getStyleClass().add("ask-words");
        words.setWrapText(true);
        getChildren().addAll(words, copyable("Connection string", keys.primaryConnectionString()));
    }

    void show(Window owner) {
        Ask.tell(owner, "Connect " + id, this);
    }

    private static Node copyable(String name, String text) {
        var label = new Label(name);
        label.getStyleClass().add("field-name");
        var area = new TextArea(text);
        area.setId("connection-string");
        area.setEditable(false);
        area.setWrapText(true);
        area.setPrefRowCount(4);
        area.getStyleClass().add("mono");
        var copy = Buttons.plain(Icons.COPY, "Copy", () -> Clip.copy(text));
        copy.setId("copy-connection-string");
        copy.getStyleClass().add("small");
        var box = new VBox(label, area, copy);
        box.getStyleClass().add("field");
        return box;
    }
}
