// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.waiting;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Warning;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The ids a token lets in without a person: those that are left, taking them back, and adding one.
final class PreApprovedSection extends VBox {
    static final String REASON =
            "Nobody compares a code for these. Whoever has the token may come in as one of them, before your device"
                    + " does: keep the token secret, and its life short.";

    private final TokensViewModel model;
    private final ListView<String> ids = new ListView<>();
    private final TextField id = new TextField();
    private final Warning warning = new Warning("Let in without a person", REASON);

    PreApprovedSection(TokensViewModel model) {
        this.model = model;
        getStyleClass().add("section");
        ids.setId("pre-approved");
        ids.setAccessibleText("Devices that are let in by themselves");
        ids.getStyleClass().add("pre-approved");
        ids.managedProperty().bind(ids.visibleProperty());
        ids.visibleProperty().bind(Bindings.isNotEmpty(ids.getItems()));
        HBox adding = Fields.row(id, add(), withdraw());
        HBox.setHgrow(id, Priority.ALWAYS);
        var complaint = new Label();
        complaint.textProperty().bind(id.textProperty().map(PreApprovedSection::complaint));
        complaint.getStyleClass().addAll("field-hint", "bad");
        complaint.setWrapText(true);
        complaint.managedProperty().bind(complaint.textProperty().isNotEmpty());
        Fields.mark(id, complaint);
        getChildren().addAll(warning, ids, adding, complaint);
    }

    private static String complaint(String typed) {
        return typed.isBlank() ? "" : Ids.complaint(typed.strip());
    }

    private Node add() {
        id.setId("pre-approve-id");
        id.setAccessibleText("Id of the device");
        id.setPromptText("press-0417");
        Button add = Buttons.plain(Icons.ADD, "Approve beforehand", this::personAdds);
        add.setId("pre-approve");
        add.disableProperty().bind(id.textProperty().map(typed -> !isReady(typed)));
        id.setOnAction(enter -> personAdds());
        return add;
    }

    private static boolean isReady(String typed) {
        return !typed.isBlank() && complaint(typed).isEmpty();
    }

    private void personAdds() {
        if (isReady(id.getText())) {
            model.personPreApproves(id.getText().strip(), id::clear);
        }
    }

    private Node withdraw() {
        Button withdraw = Buttons.plain("Withdraw", () -> model.personWithdraws(chosen()));
        withdraw.setId("withdraw");
        withdraw.disableProperty()
                .bind(ids.getSelectionModel().selectedItemProperty().isNull());
        return withdraw;
    }

    private String chosen() {
        return ids.getSelectionModel().getSelectedItem();
    }

    void show(TokenRow row) {
        if (!row.preApproved().equals(ids.getItems())) {
            ids.getItems().setAll(row.preApproved());
        }
        warning.idle(row.preApproved().isEmpty());
    }
}
