// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Clip;
import dev.signalbox.desktop.kit.CopyArea;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Section;
import dev.signalbox.workbench.access.ProofCommands;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// How to prove that one holds the key of an authority, step by step.
final class ProofSection {
    private static final int COMMAND_LINES = 6;
    private static final int PROOF_LINES = 4;

    private ProofSection() {}

    static Section of(String code, ProofViewModel model) {
        var verify = Buttons.primary("Verify", model::personVerifies);
        verify.setId("verify-authority");
        verify.disableProperty().bind(model.canVerify().not());
        return new Section(
                "Prove that you hold its key",
                Fields.quiet("It lets nobody in yet. With its key, sign a certificate for this common name:"),
                code(code),
                new CopyArea(
                        "proof-commands",
                        "With OpenSSL, where authority.pem and authority.key are",
                        new ProofCommands(code).text(),
                        COMMAND_LINES),
                new PastedField("authority-proof", "Then the proof, proof.pem", model.proof(), PROOF_LINES),
                Fields.row(verify));
    }

    private static Node code(String code) {
        var field = new TextField(code);
        field.setId("verification-code");
        field.setAccessibleText("Verification code");
        field.setEditable(false);
        field.getStyleClass().add("mono");
        HBox.setHgrow(field, Priority.ALWAYS);
        var copy = Buttons.quiet(Icons.COPY, "Copy the code");
        copy.setOnAction(press -> Clip.copy(code, copy));
        copy.setId("copy-verification-code");
        return Fields.row(field, copy);
    }
}
