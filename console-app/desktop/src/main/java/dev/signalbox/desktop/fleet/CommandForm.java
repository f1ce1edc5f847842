// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.fleet;

import dev.signalbox.desktop.kit.Ask;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// What a local app is to be told.
final class CommandForm {
    private static final int ROWS = 6;

    private final TextArea command = new TextArea("{\"command\": {}}");

    CommandForm() {
        command.setId("app-command");
        command.getStyleClass().add("code");
        command.setPrefRowCount(ROWS);
    }

    /// Asks, and hands on the JSON that the person sends.
    void ask(Window owner, String app, Consumer<String> send) {
        var words = new Label("One command and its parameters, as JSON. The app does it if it knows it.");
        words.getStyleClass().add("ask-words");
        words.setWrapText(true);
        var form = new VBox(words, command);
        form.getStyleClass().add("ask");
        var ready = command.textProperty().map(text -> !text.isBlank());
        if (Ask.fill(owner, "Tell " + app, form, "Send", ready)) {
            send.accept(command.getText());
        }
    }
}
