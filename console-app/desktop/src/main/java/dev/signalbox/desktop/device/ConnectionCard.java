// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.CopyArea;
import dev.signalbox.operator.device.IdentityKeys;
import javafx.scene.control.Label;
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
        getChildren()
                .addAll(words, new CopyArea("connection-string", "Connection string", keys.primaryConnectionString()));
    }

    void show(Window owner) {
        Ask.tell(owner, "Connect " + id, this);
    }
}
