// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/// A text to be taken elsewhere, under its name, with a button that copies it and says so.
public final class CopyArea extends VBox {
    private static final int LINES = 4;

    /// @param id of the text; the button's is `copy-` and that
    public CopyArea(String id, String name, String text) {
        this(id, name, text, LINES);
    }

    /// @param lines how many are seen at once
    public CopyArea(String id, String name, String text, int lines) {
        getStyleClass().add("field");
        var label = new Label(name);
        label.getStyleClass().add("field-name");
        var area = new TextArea(text);
        area.setId(id);
        area.setEditable(false);
        area.setWrapText(true);
        area.setPrefRowCount(lines);
        area.getStyleClass().add("mono");
        label.setLabelFor(area);
        Button copy = Buttons.plain(Icons.COPY, "Copy", () -> {});
        copy.setOnAction(press -> Clip.copy(text, copy));
        copy.setId("copy-" + id);
        copy.getStyleClass().add("small");
        getChildren().addAll(label, area, copy);
    }
}
