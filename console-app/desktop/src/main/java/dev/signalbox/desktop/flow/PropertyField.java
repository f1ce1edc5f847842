// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.operator.service.PropertyDefinition;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A property's name over a way to give its value, and a complaint under it.
abstract sealed class PropertyField extends VBox permits SecretField, ValueField {
    private final PropertyDefinition definition;
    private final Label complaint = new Label();

    PropertyField(PropertyDefinition definition) {
        this.definition = definition;
        getStyleClass().add("field");
        complaint.setId("complaint-" + definition.id());
        complaint.getStyleClass().addAll("field-hint", "bad");
        complaint.setWrapText(true);
        complaint.managedProperty().bind(complaint.textProperty().isNotEmpty());
    }

    /// Puts the parts together; called once the way to give the value is there.
    final void arrange(Node input) {
        var id = new Label(definition.id());
        id.getStyleClass().addAll("mono", "small-words");
        var star = new Label(definition.mandatory() ? "*" : "");
        star.getStyleClass().add("danger-words");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var kind = new Label((definition.type() + ", " + definition.kind()).toLowerCase(Locale.ROOT));
        kind.getStyleClass().addAll("tiny-words", "subtle");
        var head = new HBox(id, star, gap, kind);
        head.getStyleClass().add("property-head");
        getChildren().addAll(head, input, complaint);
    }

    abstract void show(String value);

    final void complain(String value) {
        complaint.setText(PropertyValues.complaint(definition, value));
    }

    final boolean complains() {
        return !complaint.getText().isEmpty();
    }

    final String property() {
        return definition.id();
    }
}
