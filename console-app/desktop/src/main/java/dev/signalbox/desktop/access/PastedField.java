// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Fields;
import java.io.File;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/// Where a certificate is pasted, or taken from a file; what is wrong with it stands below.
final class PastedField extends VBox {
    private final Pasted pasted;

    /// @param id of the text; the button's is `file-` and that
    /// @param lines how many are seen at once
    PastedField(String id, String name, Pasted pasted, int lines) {
        this.pasted = pasted;
        getStyleClass().add("field");
        var area = new TextArea();
        area.setId(id);
        area.getStyleClass().add("mono");
        area.setPrefRowCount(lines);
        area.setPromptText("-----BEGIN CERTIFICATE-----");
        area.textProperty().bindBidirectional(pasted.text());
        var complaint = new Label();
        complaint.setId(id + "-complaint");
        complaint.getStyleClass().addAll("field-hint", "bad");
        complaint.setWrapText(true);
        complaint.managedProperty().bind(complaint.textProperty().isNotEmpty());
        complaint.textProperty().bind(pasted.complaint());
        Fields.mark(area, complaint);
        getChildren().addAll(head(id, name, area), area, complaint);
    }

    private Node head(String id, String name, TextArea area) {
        var label = new Label(name);
        label.getStyleClass().add("field-name");
        label.setLabelFor(area);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var choose = Buttons.plain(
                "Choose a file…", () -> chosen().ifPresent(file -> pasted.personChoseFile(file.toPath())));
        choose.setId("file-" + id);
        choose.getStyleClass().add("small");
        return Fields.row(label, gap, choose);
    }

    private Optional<File> chosen() {
        var chooser = new FileChooser();
        chooser.setTitle("Choose a certificate");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("Certificates", "*.pem", "*.crt", "*.cer", "*.der"),
                        new FileChooser.ExtensionFilter("All files", "*"));
        return Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow()));
    }
}
