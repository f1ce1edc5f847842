// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.code.JsonEditor;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.workbench.stream.PayloadForm;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A payload in one of its forms.
final class PayloadView extends VBox {
    PayloadView(PayloadViewModel model, OnFx fx) {
        var text = new TextArea();
        text.setId("payload-text");
        text.setAccessibleText("Payload");
        text.setEditable(false);
        text.setWrapText(true);
        text.getStyleClass().addAll("mono", "payload-text");
        text.textProperty().bind(model.text());
        var hex = new ListView<>(model.hex());
        hex.setId("payload-hex");
        hex.setAccessibleText("Payload, byte by byte");
        hex.getStyleClass().addAll("mono", "payload-hex");
        var note = new Label();
        note.setId("payload-note");
        note.getStyleClass().add("payload-note");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        note.textProperty().bind(model.note());
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        var room = new StackPane(
                in(PayloadForm.JSON, JsonEditor.reading("payload-json", model.json(), fx), model),
                in(PayloadForm.TEXT, text, model),
                in(PayloadForm.HEX, hex, model));
        VBox.setVgrow(room, Priority.ALWAYS);
        getChildren().addAll(room, note);
    }

    private static Node in(PayloadForm form, Node view, PayloadViewModel model) {
        view.visibleProperty().bind(model.form().map(now -> now == form));
        return view;
    }
}
