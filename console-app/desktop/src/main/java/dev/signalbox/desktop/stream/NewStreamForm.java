// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.operator.stream.NewStream;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// Asks for a new stream's group and name.
final class NewStreamForm extends VBox {
    private final StreamsViewModel model;
    private final TextField group = field("stream-group", "press-hall");
    private final TextField name = field("stream-name", "vibration");
    private final ObjectBinding<NewStreamDraft> typed = Bindings.createObjectBinding(
            () -> new NewStreamDraft(group.getText().strip(), name.getText().strip()),
            group.textProperty(),
            name.textProperty());

    /// @param in the group that it most likely is for
    NewStreamForm(StreamsViewModel model, String in) {
        this.model = model;
        group.setText(in);
        getStyleClass().add("ask-form");
        getChildren()
                .addAll(
                        Fields.quiet("Devices name both. A group is made with its first stream."),
                        Fields.named("Group", group, complaint(typed.map(NewStreamDraft::groupComplaint))),
                        Fields.named(
                                "Stream", name, complaint(typed.map(draft -> draft.streamComplaint(model::knows)))));
    }

    private static TextField field(String id, String prompt) {
        var field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        return field;
    }

    private static Label complaint(ObservableValue<String> words) {
        var label = new Label();
        label.getStyleClass().add("bad");
        label.textProperty().bind(words);
        // the dialog grows with it
        label.managedProperty()
                .subscribe(() -> Optional.ofNullable(label.getScene())
                        .map(Scene::getWindow)
                        .ifPresent(Window::sizeToScene));
        return label;
    }

    /// What was typed, unless the person thought better of it.
    Optional<NewStream> ask(Window owner) {
        boolean filled = Ask.fill(owner, "New stream", this, "Make", typed.map(draft -> draft.isReady(model::knows)));
        return filled ? Optional.of(typed.get().wanted()) : Optional.empty();
    }
}
