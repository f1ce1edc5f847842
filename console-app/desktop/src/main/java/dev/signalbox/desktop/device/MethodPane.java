// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.desktop.code.JsonEditor;
import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.OnFx;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Calls methods: the form at the left, the last calls with their answers beside it.
final class MethodPane extends HBox {
    private final String id;
    private final MethodViewModel model;

    /// @param id what the ids of its parts begin with
    MethodPane(String id, MethodViewModel model, OnFx fx) {
        this.id = id;
        this.model = model;
        getStyleClass().add("form-and-list");
        var none = new EmptyState(
                Icons.PLAY,
                "No calls yet",
                "Call a method, and the device's answer appears here. The device must be "
                        + "connected and listen to methods.");
        var list = new CardList<MethodCall>(model.calls(), none, this::card);
        HBox.setHgrow(list, Priority.ALWAYS);
        getChildren().addAll(form(fx), list);
    }

    private Node form(OnFx fx) {
        var name = new TextField();
        name.setId(id + "-name");
        name.setPromptText("reboot");
        name.textProperty().bindBidirectional(model.name());
        name.setOnAction(e -> model.personCalls());
        var payload = JsonEditor.writing(id + "-payload", model.payload(), false, fx);
        payload.getStyleClass().add("boxed");
        var payloadField = Fields.named("Payload, JSON", payload, new Label());
        var waits = new HBox(
                seconds(id + "-connect", "Wait for the device, s", model.connectSeconds(), true),
                seconds(id + "-response", "Wait for the answer, s", model.responseSeconds(), false));
        waits.getStyleClass().add("row");
        var call = Buttons.primary("Call", model::personCalls);
        call.setId(id + "-call");
        call.disableProperty().bind(model.ready().not());
        var form = new VBox(Fields.named("Method", name, new Label()), payloadField, waits, call);
        form.getStyleClass().add("tab-form");
        return form;
    }

    private Node seconds(String fieldId, String name, StringProperty seconds, boolean connect) {
        var field = new TextField();
        field.setId(fieldId);
        field.textProperty().bindBidirectional(seconds);
        var hint = new Label();
        hint.getStyleClass().add("bad");
        hint.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> connect ? model.connectComplaint() : model.responseComplaint(), seconds));
        return Fields.named(name, field, hint);
    }

    private Node card(MethodCall call) {
        var card = new Card(call.wish().name(), call.summary(), call.at());
        switch (call.result()) {
            case MethodCall.Result.Waiting waiting -> card.is(Card.Mood.WAITING);
            case MethodCall.Result.Answered answered -> {
                int status = answered.outcome().status();
                card.is(status >= 200 && status < 300 ? Card.Mood.GOOD : Card.Mood.BAD);
                card.says(answered.outcome().payload());
                card.copies(answered.outcome().payload(), "Copy the answer");
            }
            case MethodCall.Result.Failed failed -> {
                card.is(Card.Mood.BAD);
                card.advises(failed.problem().remedy());
            }
        }
        card.with(Icons.UNDO, "Put it back into the form", () -> model.personRepeats(call));
        return card;
    }
}
