// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.fleet;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Fields;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// Asks for a new node's name and tags.
final class NewNodeForm extends VBox {
    private final FleetViewModel model;
    private final TextField name = new TextField();
    private final TextField tags = new TextField();
    private final Label nameHint = new Label();
    private final Label tagsHint = new Label();
    private final ObjectBinding<NewNode> typed = Bindings.createObjectBinding(
            () -> new NewNode(name.getText().strip(), tags.getText()), name.textProperty(), tags.textProperty());

    NewNodeForm(FleetViewModel model) {
        this.model = model;
        getStyleClass().add("ask-form");
        name.setId("node-name");
        tags.setId("node-tags");
        name.setPromptText("press-0417");
        tags.setPromptText("site=north, role=press");
        nameHint.getStyleClass().add("bad");
        tagsHint.getStyleClass().add("bad");
        nameHint.textProperty().bind(typed.map(node -> node.nameComplaint(model::knows)));
        tagsHint.textProperty().bind(typed.map(NewNode::tagsComplaint));
        getChildren().addAll(Fields.named("Name", name, nameHint), Fields.named("Tags", tags, tagsHint));
    }

    /// The node, unless the person thought better of it.
    Optional<NewNode> ask(Window owner) {
        boolean filled = Ask.fill(owner, "Add a node", this, "Add", typed.map(node -> node.isReady(model::knows)));
        return filled ? Optional.of(typed.get()) : Optional.empty();
    }
}
