// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.fleet;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Clip;
import dev.signalbox.desktop.kit.Icons;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// A node's token, and the one line that starts the node with it.
final class TokenCard extends VBox {
    private final String node;

    TokenCard(String node, String token) {
        this.node = node;
        getStyleClass().add("ask-form");
        var words = new Label(
                "Run this where the node shall live. The token holds the node's key: give it to nobody else.");
        words.getStyleClass().add("ask-words");
        words.setWrapText(true);
        String command = "./signalbox node --data node-" + node + " --token " + token;
        getChildren().addAll(words, copyable("Command", command), copyable("Token alone", token));
    }

    void show(Window owner) {
        Ask.tell(owner, "Start " + node, this);
    }

    private static Node copyable(String name, String text) {
        var label = new Label(name);
        label.getStyleClass().add("field-name");
        var area = new TextArea(text);
        area.setEditable(false);
        area.setWrapText(true);
        area.setPrefRowCount(4);
        area.getStyleClass().add("mono");
        var copy = Buttons.plain(Icons.COPY, "Copy", () -> Clip.copy(text));
        copy.getStyleClass().add("small");
        var box = new VBox(label, area, copy);
        box.getStyleClass().add("field");
        return box;
    }
}
