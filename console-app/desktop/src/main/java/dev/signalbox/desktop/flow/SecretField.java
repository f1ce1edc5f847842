// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.operator.service.PropertyDefinition;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A value that can be replaced but never seen again.
final class SecretField extends PropertyField {
    private final Label state = new Label();
    private final Button replace;
    private final PasswordField input = new PasswordField();
    private final HBox row = new HBox();

    SecretField(PropertyDefinition definition, Consumer<String> entered) {
        super(definition);
        replace = Buttons.plain("Replace", this::ask);
        replace.setId("replace-" + definition.id());
        replace.getStyleClass().add("link");
        input.setId("property-" + definition.id());
        input.setPromptText("New value, then Enter");
        input.setAccessibleText("New value of " + definition.id());
        input.setOnAction(e -> enter(entered));
        input.focusedProperty().addListener((at, was, focused) -> {
            if (!focused) {
                rest();
            }
        });
        state.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(state, Priority.ALWAYS);
        HBox.setHgrow(input, Priority.ALWAYS);
        row.getStyleClass().add("field-box");
        arrange(row);
        rest();
    }

    private void ask() {
        input.clear();
        row.getChildren().setAll(input);
        input.getStyleClass().add("bare");
        input.requestFocus();
    }

    private void enter(Consumer<String> entered) {
        String value = input.getText();
        rest();
        if (!value.isEmpty()) {
            entered.accept(value);
        }
    }

    private void rest() {
        input.clear();
        row.getChildren().setAll(state, replace);
    }

    @Override
    void show(String value) {
        state.setText(value.isEmpty() ? "not set" : "••••••••");
        replace.setText(value.isEmpty() ? "Set" : "Replace");
        complain(value);
    }
}
