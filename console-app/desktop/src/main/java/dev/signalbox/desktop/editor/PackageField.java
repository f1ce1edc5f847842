// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Icons;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One package of a service, to be changed. It counts once Enter is pressed or the field is left: each
/// letter would be looked for in a repository otherwise.
final class PackageField extends VBox {
    private final TextField text = new TextField();
    private final Label complaint = new Label();

    PackageField(String was, String prompt, Runnable changed, Consumer<PackageField> remove) {
        getStyleClass().add("package-field");
        text.setText(was);
        text.setPromptText(prompt);
        text.setId("package-text");
        text.setAccessibleText("Package to add");
        text.getStyleClass().add("mono");
        text.setOnAction(event -> changed.run());
        text.focusedProperty().subscribe((had, has) -> {
            if (had && !has) {
                changed.run();
            }
        });
        text.textProperty().subscribe(now -> complaint.setText(""));
        complaint.getStyleClass().addAll("field-hint", "bad");
        complaint.setWrapText(true);
        complaint.managedProperty().bind(complaint.textProperty().isNotEmpty());
        Button delete = Buttons.quiet(Icons.DELETE, "Remove this package", () -> remove.accept(this));
        delete.setId("package-remove");
        delete.getStyleClass().add("small");
        HBox.setHgrow(text, Priority.ALWAYS);
        var row = new HBox(text, delete);
        row.getStyleClass().add("row");
        getChildren().addAll(row, complaint);
    }

    String asked() {
        return text.getText().strip();
    }

    void complain(String sentence) {
        complaint.setText(sentence);
    }

    void begin() {
        text.requestFocus();
    }
}
