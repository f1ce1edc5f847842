// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.tryout;

import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.operator.service.PropertyDefinition;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/// What is handed to the service: messages, values, and time for its timers.
final class TryInput extends ScrollPane {
    private static final int ROWS = 3;

    private final TryViewModel model;
    private final TextArea messages = new TextArea();
    private final VBox values = new VBox();

    TryInput(TryViewModel model) {
        super();
        this.model = model;
        messages.setId("try-messages");
        messages.setPrefRowCount(ROWS);
        messages.setPromptText("{\"celsius\": 99}");
        messages.getStyleClass().add("mono");
        messages.textProperty().bindBidirectional(model.messages());
        values.getStyleClass().add("try-values");
        values.managedProperty().bind(values.visibleProperty());
        var hint = new Label("Bodies, one JSON a line. None: it is started alone.");
        var content = new VBox(
                Fields.named("Messages", messages, hint), values, Fields.named("Timers run on", linger(), new Label()));
        content.getStyleClass().add("try-input");
        getStyleClass().add("try-side");
        setFitToWidth(true);
        setContent(content);
        visibleProperty().subscribe(seen -> showValues());
        model.state().subscribe(now -> showValues());
    }

    private ComboBox<Integer> linger() {
        var choice = new ComboBox<Integer>();
        choice.setId("try-linger");
        choice.getItems().setAll(0, 1, 5, 30);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer seconds) {
                return seconds == 0 ? "not at all" : "for " + seconds + " s after the last message";
            }

            @Override
            public Integer fromString(String words) {
                throw new UnsupportedOperationException("Only chosen");
            }
        });
        choice.setValue(model.linger().get());
        choice.valueProperty().subscribe(seconds -> model.linger().set(seconds));
        return choice;
    }

    /// Those that the service has now; a field that the person is in stays.
    private void showValues() {
        List<String> ids = model.properties().stream().map(TryInput::id).toList();
        if (!values.getChildren().stream().map(Node::getUserData).toList().equals(ids)) {
            values.getChildren()
                    .setAll(model.properties().stream().map(this::value).toList());
            values.setVisible(!ids.isEmpty());
        }
    }

    private static String id(PropertyDefinition property) {
        return property.id();
    }

    private Node value(PropertyDefinition property) {
        TextField field = property.kind() == PropertyDefinition.Kind.SECURITY ? new PasswordField() : new TextField();
        field.setId("try-value-" + property.id());
        field.setText(model.value(property));
        field.textProperty().addListener((its, before, now) -> model.personSets(property.id(), now));
        Node named = Fields.named(property.id(), field, new Label());
        named.setUserData(property.id());
        return named;
    }

    void takesKeys() {
        showValues();
        // what has no skin yet takes no keys
        applyCss();
        messages.requestFocus();
    }
}
