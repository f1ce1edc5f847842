// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.fleet;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.CopyArea;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// A node's token, and the one line that starts the node with it.
final class TokenCard extends VBox {
    private final String node;

    TokenCard(String node, String token) {
        this.node = node;
        getStyleClass().add("ask-form");
        var words = new Label("Run this where the node shall live. The token lets one machine in as " + node
                + ", once, within 24 hours. It is told now only; a new one ends it.");
        words.getStyleClass().add("ask-words");
        words.setWrapText(true);
        String command = "./signalbox node --data node-" + node + " --token " + token;
        getChildren()
                .addAll(
                        words,
                        new CopyArea("node-command", "Command", command),
                        new CopyArea("node-token", "Token alone", token));
    }

    void show(Window owner) {
        Ask.tell(owner, "Start " + node, this);
    }
}
