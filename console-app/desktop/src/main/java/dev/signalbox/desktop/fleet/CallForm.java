// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.fleet;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.protocol.release.StepAddress;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// Which method of a step is to be called, and with what.
final class CallForm {
    private static final int ROWS = 6;

    private final StepAddress step;
    private final TextField method = new TextField();
    private final TextArea payload = new TextArea("{}");
    private final ObjectBinding<CallDraft> typed;

    CallForm(StepAddress step) {
        this.step = step;
        this.typed = Bindings.createObjectBinding(
                () -> new CallDraft(step, method.getText().strip(), payload.getText()),
                method.textProperty(),
                payload.textProperty());
        method.setId("call-method");
        method.setPromptText("the one that takes messages");
        payload.setId("call-payload");
        payload.getStyleClass().add("code");
        payload.setPrefRowCount(ROWS);
    }

    /// Asks, and hands on what the person wants called.
    void ask(Window owner, Consumer<CallDraft> call) {
        var methodHint = hint();
        methodHint.textProperty().bind(typed.map(CallDraft::methodComplaint));
        var payloadHint = hint();
        payloadHint.textProperty().bind(typed.map(CallDraft::payloadComplaint));
        var form = new VBox(
                Fields.named("Method", method, methodHint), Fields.named("Message, JSON", payload, payloadHint));
        form.getStyleClass().add("ask-form");
        if (Ask.fill(owner, "Call " + step, form, "Call", typed.map(CallDraft::isReady))) {
            call.accept(typed.get());
        }
    }

    private static Label hint() {
        var hint = new Label();
        hint.getStyleClass().add("bad");
        return hint;
    }
}
