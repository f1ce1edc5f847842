// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.InWords;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.protocol.report.Problem;
import java.io.File;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Asks for a new service's name, what it is for, and what it begins with.
final class NewServiceForm extends VBox {
    private final NewServiceViewModel form;
    private final Label nameHint = new Label();
    private final Label startHint = new Label();

    NewServiceForm(NewServiceViewModel form) {
        this.form = form;
        getStyleClass().add("ask-form");
        form.name().subscribe(ignored -> tell());
        form.language().subscribe(ignored -> tell());
        form.problem().subscribe(this::tellOf);
        getChildren()
                .addAll(
                        Fields.named("Class name", name(), nameHint),
                        Fields.named("What it does", description(), new Label()),
                        Fields.named("Type", type(), new Label()),
                        Fields.named("Begin with", start(), startHint));
    }

    private TextField name() {
        var name = new TextField();
        name.setId("service-name");
        name.setPromptText("BoilerWatch");
        name.textProperty().bindBidirectional(form.name());
        return name;
    }

    private TextField description() {
        var description = new TextField();
        description.setId("service-description");
        description.setPromptText("Watches one boiler and warns when it gets too hot");
        description.textProperty().bindBidirectional(form.description());
        return description;
    }

    private ComboBox<Language> type() {
        var type = new ComboBox<Language>();
        type.setId("service-type");
        type.getItems().setAll(Language.values());
        type.setConverter(new InWords<>(language -> language == Language.PYTHON ? "Python" : "Java"));
        type.valueProperty().bindBidirectional(form.language());
        type.setMaxWidth(Double.MAX_VALUE);
        return type;
    }

    private HBox start() {
        var start = new ComboBox<>(form.starts());
        start.setId("service-start");
        start.setConverter(new InWords<>(Start::words));
        start.setValue(form.start().get());
        form.start().subscribe(start::setValue);
        start.valueProperty().subscribe(chosen -> {
            if (chosen != null) {
                form.start().set(chosen);
            }
        });
        start.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(start, Priority.ALWAYS);
        Button file = Buttons.plain("File…", () -> chosen().map(File::toPath).ifPresent(form::personChoosesFile));
        file.setId("service-file");
        return Fields.row(start, file);
    }

    private Optional<File> chosen() {
        var chooser = new FileChooser();
        chooser.setTitle("Choose the source of a service");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("Java or Python", "*.java", "*.py"),
                        new FileChooser.ExtensionFilter("All files", "*"));
        return Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow()));
    }

    private void tell() {
        String complaint = form.complaint();
        String name = form.name().get().strip();
        String where = name.isEmpty()
                ? "The file is named after it."
                : "Its file is " + name + "." + form.language().get().ending() + ".";
        hint(nameHint, complaint.isEmpty() ? where : complaint, !complaint.isEmpty());
    }

    private void tellOf(Optional<Problem> problem) {
        hint(startHint, problem.map(why -> why.what() + " " + why.remedy()).orElse(""), problem.isPresent());
    }

    private static void hint(Label hint, String words, boolean bad) {
        hint.getStyleClass().remove("bad");
        if (bad) {
            hint.getStyleClass().add("bad");
        }
        hint.setText(words);
    }

    /// Makes the service, unless the person thought better of it.
    ///
    /// @param then done once it is open
    void ask(Window owner, ServicesViewModel model, Runnable then) {
        if (Ask.fill(owner, "New service", this, "Create", form.ready())) {
            model.personCreates(
                    form.name().get().strip(), form.description().get().strip(), form.beginning(), then);
        }
    }
}
