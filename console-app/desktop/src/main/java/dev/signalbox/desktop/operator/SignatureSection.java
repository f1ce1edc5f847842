// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.operator;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Fields;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Whether nodes believe what the operator signs that is looked at.
final class SignatureSection extends VBox {
    private final OperatorsViewModel model;
    private final Label words = Fields.quiet("");
    private final Label fingerprint = new Label();
    private final Button trust = Buttons.plain("Trust…", this::trusts);
    private final Button distrust = Buttons.plain("Trust no more…", this::distrusts);

    SignatureSection(OperatorsViewModel model) {
        this.model = model;
        getStyleClass().add("section");
        var title = new Label("Signature");
        title.getStyleClass().add("section-title");
        words.setId("operator-signature");
        fingerprint.setId("operator-fingerprint");
        fingerprint.getStyleClass().add("mono");
        fingerprint.managedProperty().bind(fingerprint.textProperty().isNotEmpty());
        trust.setId("operator-trust");
        distrust.setId("operator-distrust");
        trust.disableProperty().bind(model.canTrust().not());
        distrust.disableProperty().bind(model.canTrust().not());
        var elsewhere =
                Fields.quiet("Only the first owner's console changes this: its key says whose signatures count.");
        elsewhere.visibleProperty().bind(model.canTrust().not());
        for (var part : new javafx.scene.Node[] {trust, distrust, elsewhere}) {
            part.managedProperty().bind(part.visibleProperty());
        }
        getChildren().addAll(title, words, fingerprint, Fields.row(trust, distrust), elsewhere);
        model.selected().subscribe(row -> row.ifPresent(this::show));
    }

    private void show(OperatorRow row) {
        words.setText(words(row));
        fingerprint.setText(
                row.view().publicKey().map(OperatorWords::fingerprint).orElse(""));
        trust.setVisible(!row.isTrusted() && row.view().publicKey().isPresent());
        distrust.setVisible(row.isTrusted() || row.isTrustedOtherwise());
    }

    private static String words(OperatorRow row) {
        if (row.view().publicKey().isEmpty()) {
            return "It has shown no key yet. A console shows one when its operator comes in for the first time.";
        }
        if (row.isTrusted()) {
            return "Nodes believe what is signed with this key.";
        }
        return row.isTrustedOtherwise()
                ? "Nodes believe another key under this name, and not this one."
                : "Nodes do not believe what is signed with this key, so it cannot release.";
    }

    private void trusts() {
        model.selected()
                .get()
                .filter(row -> Ask.confirm(
                        Ask.windowOf(this),
                        "Trust the key of " + row.name() + "?",
                        "Nodes will run what it signs. Have " + row.name() + " read these digits to you first: "
                                + fingerprint.getText(),
                        "Trust"))
                .ifPresent(row -> model.personTrusts(true));
    }

    private void distrusts() {
        model.selected()
                .get()
                .filter(row -> Ask.confirm(
                        Ask.windowOf(this),
                        "Trust the key of " + row.name() + " no more?",
                        "Nodes will refuse what it signs from now on. What they run stays: you sign it as well.",
                        "Trust no more"))
                .ifPresent(row -> model.personTrusts(false));
    }
}
