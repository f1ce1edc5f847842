// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Fields;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// Asks for a new policy's name and rights.
final class PolicyForm extends VBox {
    private final Predicate<String> taken;
    private final TextField name = new TextField();
    private final ObjectProperty<Set<Right>> rights = new SimpleObjectProperty<>(EnumSet.of(Right.SERVICE_CONNECT));

    /// What was typed and ticked.
    record Filled(String name, Set<Right> rights) {}

    PolicyForm(Predicate<String> taken) {
        this.taken = taken;
        getStyleClass().add("ask-form");
        name.setId("policy-name");
        name.setPromptText("reporting");
        var hint = new Label();
        hint.getStyleClass().add("bad");
        hint.textProperty().bind(name.textProperty().map(text -> new PolicyName(text.strip()).complaint(taken)));
        var boxes =
                new RightBoxes("new-right-", (right, granted) -> rights.set(Right.after(rights.get(), right, granted)));
        rights.subscribe(boxes::show);
        getChildren().addAll(Fields.named("Name", name, hint), Fields.named("Rights", boxes, new Label()));
    }

    /// The policy, unless the person thought better of it.
    Optional<Filled> ask(Window owner) {
        var ready = Bindings.createBooleanBinding(
                () -> new PolicyName(name.getText().strip()).isReady(taken)
                        && !rights.get().isEmpty(),
                name.textProperty(),
                rights);
        boolean filled = Ask.fill(owner, "Add a policy", this, "Add", ready);
        return filled ? Optional.of(new Filled(name.getText().strip(), rights.get())) : Optional.empty();
    }
}
