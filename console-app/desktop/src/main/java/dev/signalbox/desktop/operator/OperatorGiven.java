// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.operator;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.CopyArea;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.operator.operator.OperatorKind;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// What lets somebody in, to be handed over: it is told this once.
final class OperatorGiven extends VBox {
    private static final int LINES = 6;

    private final String title;

    OperatorGiven(OperatorsViewModel.Given given) {
        boolean isPerson = given.kind() == OperatorKind.PERSON;
        title = (isPerson ? "Invitation for " : "Token for ") + given.name();
        getStyleClass().add("ask-form");
        var words = Fields.quiet(
                isPerson
                        ? "Hand it over in a way that nobody else reads: who takes it first is " + given.name()
                                + ". It is taken in the console, or with \"signalbox session join\"."
                        : "The program finds it in the environment as SIGNALBOX_TOKEN, or in a file: --token-file. The"
                                + " hub keeps no copy.");
        getChildren()
                .addAll(words, new CopyArea("operator-secret", isPerson ? "Invitation" : "Token", given.text(), LINES));
    }

    void show(Window owner) {
        Ask.tell(owner, title, this);
    }
}
