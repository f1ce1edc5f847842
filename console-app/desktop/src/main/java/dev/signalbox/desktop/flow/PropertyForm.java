// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.operator.flow.Flow.Step;
import dev.signalbox.operator.service.PropertyDefinition;
import dev.signalbox.operator.service.PropertyDefinition.Kind;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A field for each property of the selected step's service.
final class PropertyForm extends VBox {
    private final FlowsViewModel model;
    private Optional<Shown> shown = Optional.empty();

    /// What the fields were made for: they are made anew for another.
    private record Shown(String step, List<PropertyDefinition> definitions) {}

    PropertyForm(FlowsViewModel model) {
        this.model = model;
        getStyleClass().add("property-form");
    }

    /// Shows the step's values. While its properties are unknown, no fields of another step stay to be typed into; and
    /// when they come, another step may be selected.
    void show(Step step) {
        if (shown.filter(its -> its.step().equals(step.name())).isEmpty()) {
            shown = Optional.empty();
            getChildren().clear();
        }
        model.services()
                .definitions(
                        step.service(),
                        step.version(),
                        found -> model.selectedStep()
                                .filter(now -> sameService(now, step))
                                .ifPresent(now -> show(now, found)));
    }

    private static boolean sameService(Step one, Step other) {
        return one.name().equals(other.name())
                && one.service().equals(other.service())
                && one.version().equals(other.version());
    }

    private void show(Step step, List<PropertyDefinition> definitions) {
        var now = new Shown(step.name(), definitions);
        if (shown.filter(now::equals).isEmpty()) {
            shown = Optional.of(now);
            fill(now);
        }
        getChildren().stream()
                .filter(PropertyField.class::isInstance)
                .map(PropertyField.class::cast)
                .forEach(field -> field.show(step.properties().getOrDefault(field.property(), "")));
    }

    private void fill(Shown now) {
        getChildren()
                .setAll(now.definitions().stream()
                        .map(one -> field(now.step(), one))
                        .toList());
        if (now.definitions().isEmpty()) {
            var none = new Label("This version has no properties.");
            none.getStyleClass().addAll("muted", "small-words");
            getChildren().add(none);
        }
    }

    private Node field(String step, PropertyDefinition definition) {
        return definition.kind() == Kind.SECURITY
                ? new SecretField(definition, value -> model.personReplacesSecret(step, definition.id(), value))
                : new ValueField(definition, value -> give(step, definition.id(), value));
    }

    private void give(String step, String property, String value) {
        model.current().get().ifPresent(open -> open.personEdits(f -> StepEdits.property(f, step, property, value)));
    }
}
