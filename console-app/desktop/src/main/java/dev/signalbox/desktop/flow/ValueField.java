// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.operator.service.PropertyDefinition;
import java.util.function.Consumer;
import javafx.scene.control.TextField;

/// A value anybody may see.
final class ValueField extends PropertyField {
    private final TextField input = new TextField();
    private boolean filling;

    ValueField(PropertyDefinition definition, Consumer<String> typed) {
        super(definition);
        input.setId("property-" + definition.id());
        input.getStyleClass().add("mono");
        input.setPromptText(definition.name());
        input.setAccessibleText("Value of " + definition.id());
        arrange(input);
        input.textProperty().addListener((at, old, now) -> {
            judge(now);
            if (!filling) {
                typed.accept(now);
            }
        });
        judge("");
    }

    private void judge(String value) {
        complain(value);
        input.getStyleClass().remove("bad");
        if (complains()) {
            input.getStyleClass().add("bad");
        }
    }

    @Override
    void show(String value) {
        if (!value.equals(input.getText())) {
            filling = true;
            input.setText(value);
            filling = false;
        }
    }
}
