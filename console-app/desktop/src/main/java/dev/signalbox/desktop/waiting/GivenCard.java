// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.waiting;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.CopyArea;
import dev.signalbox.desktop.kit.Warning;
import dev.signalbox.workbench.provisioning.TokenGiven;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// A token that was just made: the one string, told once.
final class GivenCard extends VBox {
    private static final int LINES = 8;

    private final String name;

    GivenCard(TokenGiven given) {
        name = given.token().name();
        getStyleClass().add("ask-form");
        var words = new Label("This is all a device needs, and it is told this once: the hub keeps no copy. Who has it"
                + " may ask to be let in: give it to your devices only.");
        words.getStyleClass().add("ask-words");
        words.setWrapText(true);
        getChildren().addAll(words, new CopyArea("given-token", "Token", given.text(), LINES));
        if (!given.token().preApproved().isEmpty()) {
            getChildren().add(new Warning("Some come in without a person", PreApprovedSection.REASON));
        }
    }

    void show(Window owner) {
        Ask.tell(owner, "Token " + name, this);
    }
}
