// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.operator.flow.Flow;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// Asks for a new flow's name and what it is for.
final class NewFlowForm extends VBox {
    private final Set<String> taken;
    private final TextField name = new TextField();
    private final TextField description = new TextField();
    private final Label hint = new Label();

    NewFlowForm(FlowsViewModel model) {
        taken = model.all().stream().map(Flow::name).collect(Collectors.toSet());
        getStyleClass().add("ask-form");
        name.setId("flow-name");
        name.setPromptText("boiler-north");
        description.setId("flow-description");
        hint.getStyleClass().add("bad");
        hint.textProperty().bind(name.textProperty().map(this::complaint));
        getChildren().addAll(Fields.named("Name", name, hint), Fields.named("What it does", description, new Label()));
    }

    private String complaint(String text) {
        return text.isBlank() ? "" : FlowEdits.complaint(text.strip(), taken);
    }

    /// Makes the flow, unless the person thought better of it.
    void ask(Window owner, FlowsViewModel model) {
        var ready = name.textProperty()
                .map(text -> !text.isBlank() && complaint(text).isEmpty());
        if (Ask.fill(owner, "New flow", this, "Create", ready)) {
            model.personCreates(name.getText().strip(), description.getText().strip());
        }
    }
}
