// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.operator.flow.Flow.Step;
import dev.signalbox.operator.service.PropertyDefinition;
import dev.signalbox.operator.service.PropertyDefinition.Kind;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A field for each property of the selected step's service.
final class PropertyForm extends VBox {
    private final FlowsViewModel model;
    private String shownStep = "";
    private List<PropertyDefinition> shown = List.of();

    PropertyForm(FlowsViewModel model) {
        this.model = model;
        getStyleClass().add("property-form");
    }

    void show(Step step) {
        model.definitions(step.service(), step.version(), found -> show(step, found));
    }

    private void show(Step step, List<PropertyDefinition> definitions) {
        if (!step.name().equals(shownStep)
                || !definitions.equals(shown)
                || getChildren().isEmpty()) {
            shownStep = step.name();
            shown = definitions;
            getChildren().setAll(definitions.stream().map(this::field).toList());
            if (definitions.isEmpty()) {
                var none = new Label("This version has no properties.");
                none.getStyleClass().addAll("muted", "small-words");
                getChildren().add(none);
            }
        }
        getChildren().stream()
                .filter(PropertyField.class::isInstance)
                .map(PropertyField.class::cast)
                .forEach(field -> field.show(step.properties().getOrDefault(field.property(), "")));
    }

    private PropertyField field(PropertyDefinition definition) {
        String step = shownStep;
        return definition.kind() == Kind.SECURITY
                ? new SecretField(definition, value -> model.personReplacesSecret(step, definition.id(), value))
                : new ValueField(
                        definition,
                        value -> model.current()
                                .get()
                                .ifPresent(open ->
                                        open.personEdits(f -> StepEdits.property(f, step, definition.id(), value))));
    }
}
