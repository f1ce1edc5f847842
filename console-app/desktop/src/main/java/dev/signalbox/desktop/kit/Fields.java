// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Fields and the words around them.
public final class Fields {
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private Fields() {}

    /// A field that narrows what is shown, with a magnifier or funnel in it. The text field is its last child.
    public static HBox withIcon(Icons icon, TextField field) {
        field.getStyleClass().add("bare");
        if (field.getAccessibleText() == null) {
            field.accessibleTextProperty().bind(field.promptTextProperty());
        }
        HBox.setHgrow(field, Priority.ALWAYS);
        var box = new HBox(icon.node("icon-small"), field);
        box.getStyleClass().add("field-box");
        box.focusWithinProperty()
                .subscribe(focused ->
                        box.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("active"), focused));
        return box;
    }

    /// A field under its name, with a hint or complaint under it; a hint of style `bad` marks the field while it says
    /// something.
    public static VBox named(String name, Node field, Label hint) {
        var label = new Label(name);
        label.getStyleClass().add("field-name");
        label.setLabelFor(field);
        if (field instanceof Pane several) {
            several.getChildren().stream()
                    .filter(part -> part instanceof Control && part.getAccessibleText() == null)
                    .filter(part -> !(part instanceof Labeled))
                    .forEach(part -> part.setAccessibleText(name));
        }
        hint.getStyleClass().add("field-hint");
        hint.setWrapText(true);
        hint.managedProperty().bind(hint.textProperty().isNotEmpty());
        mark(field, hint);
        var box = new VBox(label, field, hint);
        box.getStyleClass().add("field");
        return box;
    }

    /// Marks the field while its complaint says something.
    public static void mark(Node field, Label hint) {
        hint.textProperty()
                .subscribe(words ->
                        field.pseudoClassStateChanged(BAD, hint.getStyleClass().contains("bad") && !words.isEmpty()));
    }

    /// What belongs together, side by side.
    public static HBox row(Node... content) {
        var row = new HBox(content);
        row.getStyleClass().add("row");
        return row;
    }

    /// Words of explanation, on as many lines as they need.
    public static Label quiet(String text) {
        var label = new Label(text);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        return label;
    }
}
