// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.protocol.release.Language;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// Asks for a new service's name and what it is for.
final class NewServiceForm extends VBox {
    private final List<String> taken;
    private final TextField name = new TextField();
    private final TextField description = new TextField();
    private final Label nameHint = new Label();
    private final ComboBox<Type> type = new ComboBox<>();

    /// What a service can be written in.
    private enum Type {
        JAVA("Java", Language.JAVA),
        PYTHON("Python", Language.PYTHON);

        private final String words;
        private final Language language;

        Type(String words, Language language) {
            this.words = words;
            this.language = language;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    NewServiceForm(List<String> taken) {
        this.taken = taken;
        getStyleClass().add("ask-form");
        name.setId("service-name");
        name.setPromptText("BoilerWatch");
        description.setId("service-description");
        description.setPromptText("Watches one boiler and warns when it gets too hot");
        type.setId("service-type");
        type.getItems().setAll(Type.values());
        type.getSelectionModel().select(Type.JAVA);
        type.valueProperty().subscribe(chosen -> typed(name.getText()));
        name.textProperty().subscribe(this::typed);
        type.setMaxWidth(Double.MAX_VALUE);
        getChildren()
                .addAll(
                        Fields.named("Class name", name, nameHint),
                        Fields.named("What it does", description, new Label()),
                        Fields.named("Type", type, new Label()));
    }

    private Language language() {
        return type.getValue().language;
    }

    private void typed(String text) {
        String complaint = ClassName.complaint(text.strip(), taken);
        nameHint.setText(
                complaint.isEmpty()
                        ? text.isBlank()
                                ? "The file is named after it."
                                : "Its file is " + text.strip() + "."
                                        + language().ending() + "."
                        : complaint);
        nameHint.getStyleClass().remove("bad");
        if (!complaint.isEmpty()) {
            nameHint.getStyleClass().add("bad");
        }
    }

    /// Makes the service, unless the person thought better of it.
    void ask(Window owner, ServicesViewModel model) {
        if (Ask.fill(
                owner,
                "New service",
                this,
                "Create",
                name.textProperty().map(text -> ClassName.ready(text.strip(), taken)))) {
            model.personCreates(
                    name.getText().strip(), language(), description.getText().strip());
        }
    }
}
