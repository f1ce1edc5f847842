// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.PageBar;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// Where an authority is entered.
final class NewAuthorityPane extends VBox {
    private static final int CERTIFICATE_LINES = 12;

    NewAuthorityPane(NewAuthorityViewModel model) {
        getStyleClass().add("page");
        var name = new TextField();
        name.setId("authority-name");
        name.setPromptText("pumps-2026");
        name.textProperty().bindBidirectional(model.name());
        var complaint = new Label();
        complaint.setId("authority-name-complaint");
        complaint.getStyleClass().add("bad");
        complaint.textProperty().bind(model.nameComplaint());
        var add = Buttons.primary("Add", model::personAdds);
        add.setId("add-authority-now");
        add.disableProperty().bind(model.canAdd().not());
        var cancel = Buttons.plain("Cancel", model::personGivesUp);
        cancel.setId("cancel-authority");
        var form = new VBox(
                Fields.quiet("Devices come in with certificates that this authority signed, or one below it. "
                        + "Enter its own certificate; its private key stays with you."),
                Fields.named("Name", name, complaint),
                new PastedField("authority-certificate", "Certificate, as PEM", model.certificate(), CERTIFICATE_LINES),
                Fields.row(add, cancel));
        form.getStyleClass().add("authority-form");
        getChildren().addAll(new PageBar("Add an authority"), form);
        name.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                name.requestFocus();
            }
        });
    }
}
