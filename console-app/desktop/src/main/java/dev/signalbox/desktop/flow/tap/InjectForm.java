// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow.tap;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.protocol.identity.DeviceId;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// What is to be injected, and on which node.
final class InjectForm {
    private static final int ROWS = 8;
    private static final int PROPERTY_ROWS = 3;
    private static final String AS_JSON = "JSON";
    private static final String AS_TEXT = "Text";

    private final Target target;
    private final ComboBox<DeviceId> node = new ComboBox<>();
    private final ComboBox<String> kind = new ComboBox<>();
    private final TextArea payload;
    private final TextArea properties;
    private final ObjectBinding<InjectDraft> typed;

    /// @param first the node to begin with
    /// @param draft the message to begin with
    InjectForm(Target target, DeviceId first, InjectDraft draft) {
        this.target = target;
        payload = area("inject-payload", ROWS, draft.payload());
        properties = area("inject-properties", PROPERTY_ROWS, draft.properties());
        properties.setPromptText("unit=mm");
        node.getItems().setAll(target.nodes());
        fill(node, "inject-node", first);
        kind.getItems().setAll(AS_JSON, AS_TEXT);
        fill(kind, "inject-kind", draft.json() ? AS_JSON : AS_TEXT);
        typed = Bindings.createObjectBinding(
                () -> new InjectDraft(AS_JSON.equals(kind.getValue()), payload.getText(), properties.getText()),
                kind.valueProperty(),
                payload.textProperty(),
                properties.textProperty());
    }

    private static TextArea area(String id, int rows, String text) {
        var area = new TextArea(text);
        area.setId(id);
        area.getStyleClass().add("mono");
        area.setPrefRowCount(rows);
        return area;
    }

    private static <T> void fill(ComboBox<T> box, String id, T first) {
        box.setId(id);
        box.setValue(first);
        box.setMaxWidth(Double.MAX_VALUE);
    }

    /// Asks, and hands on what is to be injected where.
    void ask(Window owner, BiConsumer<DeviceId, InjectDraft> inject) {
        var payloadHint = hint();
        payloadHint.textProperty().bind(typed.map(InjectDraft::payloadComplaint));
        var propertiesHint = hint();
        propertiesHint.textProperty().bind(typed.map(InjectDraft::propertiesComplaint));
        String source = target.from().map(Object::toString).orElse("operator");
        var form = new VBox(
                Fields.quiet(target.to().step() + " takes this as a message from " + source
                        + ". It really does what it does with messages. The log tells that you injected one."),
                Fields.named("Node", node, new Label()),
                Fields.named("The message is", kind, new Label()),
                Fields.named("Message", payload, payloadHint),
                Fields.named("Properties", properties, propertiesHint));
        form.getStyleClass().add("ask-form");
        if (Ask.fill(owner, "Inject into " + target.to(), form, "Inject", typed.map(InjectDraft::isReady))) {
            inject.accept(node.getValue(), typed.get());
        }
    }

    private static Label hint() {
        var hint = new Label();
        hint.getStyleClass().add("bad");
        return hint;
    }
}
