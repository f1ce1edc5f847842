// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.CopyArea;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// A consumer token that was just made: its secret, told once, and a line that reads with it.
final class ConsumerGiven extends VBox {
    private static final int SECRET_LINES = 1;
    private static final int CURL_LINES = 5;

    private final String name;

    ConsumerGiven(NewConsumerViewModel.Made made) {
        name = made.name();
        getStyleClass().add("ask-form");
        var words = new Label("The secret is told this once: the hub keeps no copy. Who has it reads these streams.");
        words.getStyleClass().add("ask-words");
        words.setWrapText(true);
        getChildren()
                .addAll(
                        words,
                        new CopyArea("consumer-secret", "Secret", made.secret(), SECRET_LINES),
                        new CopyArea("consumer-curl", "Reads the first messages", made.curl(), CURL_LINES));
    }

    void show(Window owner) {
        Ask.tell(owner, "Token " + name, this);
    }
}
