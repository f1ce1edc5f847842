// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.release;

import dev.signalbox.desktop.kit.Fields;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Asks whether a release comes in stages, and in which.
final class StagesForm extends VBox {
    StagesForm(StagesDraft draft) {
        getStyleClass().add("release-stages");
        var wanted = new CheckBox("In stages, and back by itself when too many nodes fail");
        wanted.setId("release-staged");
        wanted.selectedProperty().bindBidirectional(draft.wanted());
        var shares = field("release-shares", "Percent of the nodes, stage by stage");
        shares.textProperty().bindBidirectional(draft.shares());
        var haltAt = field("release-halt-at", "Percent that may not fail");
        haltAt.getStyleClass().add("release-percent");
        haltAt.textProperty().bindBidirectional(draft.haltAt());
        HBox stages = row(draft, "To", shares, "percent of the nodes, stage by stage;");
        HBox limit = row(draft, "back from all when", haltAt, "percent of those that have it failed.");
        var complaint = new Label();
        complaint.setId("release-stages-complaint");
        complaint.getStyleClass().addAll("field-hint", "bad");
        complaint.setWrapText(true);
        complaint.textProperty().bind(draft.complaint());
        complaint.managedProperty().bind(complaint.textProperty().isNotEmpty());
        getChildren().addAll(wanted, stages, limit, complaint);
    }

    private static HBox row(StagesDraft draft, String before, TextField field, String after) {
        HBox row = Fields.row(new Label(before), field, new Label(after));
        row.visibleProperty().bind(draft.wanted());
        row.managedProperty().bind(draft.wanted());
        return row;
    }

    private static TextField field(String id, String meaning) {
        var field = new TextField();
        field.setId(id);
        field.setAccessibleText(meaning);
        return field;
    }
}
