// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.InWords;
import dev.signalbox.operator.device.Proof;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// Asks for a new device or module: its id, tags, and how it proves itself.
final class DeviceForm extends VBox {
    private static final List<Proof.Kind> WAYS =
            List.of(Proof.Kind.SAS, Proof.Kind.SELF_SIGNED, Proof.Kind.CERTIFICATE_AUTHORITY);

    private final Predicate<String> taken;
    private final TextField id = field("device-id", "pump-1");
    private final TextField tags = field("device-tags", "site=north, role=pump");
    private final ComboBox<Proof.Kind> kind = new ComboBox<>(FXCollections.observableArrayList(WAYS));
    private final TextField primary = field("primary-thumbprint", "SHA-1 or SHA-256 in hexadecimal");
    private final TextField secondary =
            field("secondary-thumbprint", "of the certificate that comes next, may be empty");
    private final ObjectBinding<NewDevice> typed = Bindings.createObjectBinding(
            () -> new NewDevice(id.getText(), tags.getText(), kind.getValue(), primary.getText(), secondary.getText()),
            id.textProperty(),
            tags.textProperty(),
            kind.valueProperty(),
            primary.textProperty(),
            secondary.textProperty());

    /// @param taken whether there is one of that name
    /// @param withTags whether it can have tags
    DeviceForm(Predicate<String> taken, boolean withTags) {
        this.taken = taken;
        getStyleClass().add("ask-form");
        kind.setId("device-proof");
        kind.setMaxWidth(Double.MAX_VALUE);
        kind.setValue(Proof.Kind.SAS);
        kind.setConverter(new InWords<>(Proofs::name));
        primary.getStyleClass().add("mono");
        secondary.getStyleClass().add("mono");
        getChildren().add(Fields.named("Id", id, complaint(typed.map(device -> device.idComplaint(taken)))));
        if (withTags) {
            getChildren().add(Fields.named("Tags", tags, complaint(typed.map(NewDevice::tagsComplaint))));
        }
        var advice = new Label();
        advice.textProperty().bind(kind.valueProperty().map(Proofs::advice));
        getChildren().add(Fields.named("Authentication", kind, advice));
        getChildren()
                .addAll(
                        pinned(Fields.named(
                                "Primary thumbprint", primary, complaint(typed.map(NewDevice::primaryComplaint)))),
                        pinned(Fields.named(
                                "Secondary thumbprint",
                                secondary,
                                complaint(typed.map(NewDevice::secondaryComplaint)))));
    }

    private static TextField field(String id, String prompt) {
        var field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        return field;
    }

    private static Label complaint(javafx.beans.value.ObservableValue<String> words) {
        var label = new Label();
        label.getStyleClass().add("bad");
        label.textProperty().bind(words);
        return label;
    }

    /// Shown for self-signed certificates only; the dialog grows with it.
    private Node pinned(Node field) {
        field.visibleProperty().bind(kind.valueProperty().isEqualTo(Proof.Kind.SELF_SIGNED));
        field.managedProperty().bind(field.visibleProperty());
        field.visibleProperty()
                .subscribe(() -> Optional.ofNullable(getScene())
                        .map(javafx.scene.Scene::getWindow)
                        .ifPresent(Window::sizeToScene));
        return field;
    }

    /// What was typed, unless the person thought better of it.
    Optional<NewDevice> ask(Window owner, String title) {
        boolean filled = Ask.fill(owner, title, this, "Add", typed.map(device -> device.isReady(taken)));
        return filled ? Optional.of(typed.get()) : Optional.empty();
    }
}
