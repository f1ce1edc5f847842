// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.waiting;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Keys;
import dev.signalbox.desktop.kit.Warning;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// How a device is let in: by which id, with which tags, and whether another one gives way to it.
final class ApprovalForm extends VBox {
    private final OperationViewModel model;

    ApprovalForm(OperationViewModel model) {
        this.model = model;
        getStyleClass().add("approval-form");
        var id = new TextField();
        id.setId("approve-id");
        id.setPromptText("the hub makes one");
        id.textProperty().bindBidirectional(model.fields().deviceId());
        var tags = new TextField();
        tags.setId("approve-tags");
        tags.setPromptText("site=north, role=press");
        tags.textProperty().bindBidirectional(model.fields().tags());
        // in the fields only: on Cancel, Enter is no yes
        id.setOnAction(enter -> model.personApproves());
        tags.setOnAction(enter -> model.personApproves());
        var fields = new HBox(
                wide(Fields.named("Device id", id, complaint(ApprovalDraft::idComplaint))),
                wide(Fields.named("Tags, beside the token's", tags, complaint(ApprovalDraft::tagsComplaint))));
        fields.getStyleClass().add("approval-fields");
        var cancel = Buttons.plain("Cancel", model::personGivesUp);
        getChildren().addAll(fields, rival(), replacing(), Fields.row(approve(), cancel));
        Keys.onEscape(this, model::personGivesUp);
        id.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                id.requestFocus();
            }
        });
    }

    private static Node wide(Node field) {
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private Label complaint(java.util.function.Function<ApprovalDraft, String> of) {
        var hint = new Label();
        hint.getStyleClass().add("bad");
        hint.textProperty().bind(model.fields().draft().map(of));
        return hint;
    }

    private Button approve() {
        Button approve = Buttons.primary("Approve", model::personApproves);
        approve.setId("approve-now");
        approve.disableProperty().bind(model.canApprove().not());
        approve.textProperty()
                .bind(Bindings.when(model.fields().replace())
                        .then("Replace and approve")
                        .otherwise("Approve"));
        model.fields().replace().subscribe(is -> {
            approve.getStyleClass().removeAll("accent", "danger");
            approve.getStyleClass().add(is ? "danger" : "accent");
        });
        return approve;
    }

    private Node rival() {
        var words = Fields.quiet("Another device waits for this id. Approving this one sends it away.");
        words.getStyleClass().setAll("label", "warning-words", "small-words");
        words.visibleProperty().bind(model.row().map(row -> row.operation().askedTwice()));
        words.managedProperty().bind(words.visibleProperty());
        return words;
    }

    /// Only while it is known that there is one to be replaced.
    private Node replacing() {
        var replace = new CheckBox("Shut that device out and replace it");
        replace.setId("approve-replace");
        replace.selectedProperty().bindBidirectional(model.fields().replace());
        var warning = new Warning(
                "A device of this id is there already",
                "Replacing it cannot be taken back: it is disconnected and its keys are renewed. Its twin, tags and"
                        + " messages become the new device's. Do so only if this is the same machine, set up anew.",
                replace);
        warning.setId("approve-warning");
        warning.visibleProperty().bind(model.taken());
        warning.managedProperty().bind(model.taken());
        return warning;
    }
}
