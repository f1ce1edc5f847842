// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.InWords;
import dev.signalbox.operator.service.PropertyDefinition;
import dev.signalbox.operator.service.PropertyDefinition.Kind;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// One property of a service, to be changed.
final class PropertyCard extends VBox {
    private final TextField id = new TextField();
    private final TextField name = new TextField();
    private final ComboBox<PropertyDefinition.Type> type = choice(PropertyDefinition.Type.values());
    private final ComboBox<Kind> kind = choice(Kind.values());
    private final CheckBox mandatory = new CheckBox("mandatory");
    private final TextField initial = new TextField();
    private final Label complaint = new Label();

    PropertyCard(PropertyDefinition was, Runnable changed, Consumer<PropertyCard> remove) {
        getStyleClass().addAll("card", "property-card");
        id.setText(was.id());
        id.getStyleClass().add("mono");
        id.setId("property-id");
        id.setAccessibleText("Id of the property");
        id.setPromptText("id");
        name.setText(was.name());
        name.setId("property-name");
        name.setAccessibleText("Name of the property");
        name.setPromptText("Name people read");
        initial.setText(was.initialValue());
        initial.setId("property-initial");
        initial.setAccessibleText("Initial value");
        initial.getStyleClass().add("mono");
        initial.setPromptText("Initial value");
        type.setId("property-type");
        type.setAccessibleText("Type of the property");
        kind.setId("property-kind");
        kind.setAccessibleText("Kind of the property");
        kind.setTooltip(new Tooltip("""
                static: its value is in the release, and nodes show it
                security: a secret; the hub keeps it, and nodes keep it encrypted"""));
        mandatory.setId("property-mandatory");
        mandatory.setTooltip(new Tooltip("No release without a value"));
        type.setValue(was.type());
        kind.setValue(was.kind());
        mandatory.setSelected(was.mandatory());
        complaint.getStyleClass().addAll("field-hint", "bad");
        complaint.setWrapText(true);
        complaint.managedProperty().bind(complaint.textProperty().isNotEmpty());
        initial.disableProperty().bind(kind.valueProperty().map(Kind.SECURITY::equals));
        Button delete = Buttons.quiet(Icons.DELETE, "Remove this property", () -> remove.accept(this));
        delete.setId("property-remove");
        delete.getStyleClass().add("small");
        getChildren().addAll(row(id, delete), name, row(type, kind), initial, mandatory, complaint);
        List.of(id, name, initial).forEach(field -> field.setTooltip(new Tooltip(field.getAccessibleText())));
        List.of(id, name, initial).forEach(field -> field.textProperty().addListener((at, old, now) -> changed.run()));
        type.valueProperty().addListener((at, old, now) -> changed.run());
        kind.valueProperty().addListener((at, old, now) -> {
            if (now == Kind.SECURITY) {
                initial.clear();
            }
            changed.run();
        });
        mandatory.selectedProperty().addListener((at, old, now) -> changed.run());
    }

    /// The person names it.
    void takesKeys() {
        id.requestFocus();
        id.selectAll();
    }

    private static HBox row(Node first, Node second) {
        HBox.setHgrow(first, Priority.ALWAYS);
        HBox.setHgrow(second, second instanceof ComboBox<?> ? Priority.ALWAYS : Priority.NEVER);
        var row = new HBox(first, second);
        row.getStyleClass().add("row");
        return row;
    }

    private static <E extends Enum<E>> ComboBox<E> choice(E[] values) {
        var box = new ComboBox<E>();
        box.getItems().setAll(values);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setMinWidth(0);
        box.setPrefWidth(1);
        box.setConverter(new InWords<>(value -> value.name().toLowerCase(Locale.ROOT)));
        return box;
    }

    PropertyDefinition definition() {
        boolean secret = kind.getValue() == Kind.SECURITY;
        return new PropertyDefinition(
                id.getText().strip(),
                name.getText(),
                type.getValue(),
                mandatory.isSelected(),
                secret ? "" : initial.getText(),
                kind.getValue());
    }

    /// Says what is wrong with it; whether nothing is.
    ///
    /// @param others ids of the properties before it
    boolean complain(List<String> others) {
        PropertyDefinition now = definition();
        String wrongId = PropertyIds.complaint(now.id(), others);
        String wrong = wrongId.isEmpty() ? PropertyIds.complaint(now.type(), now.initialValue()) : wrongId;
        complaint.setText(wrong);
        return wrong.isEmpty();
    }
}
