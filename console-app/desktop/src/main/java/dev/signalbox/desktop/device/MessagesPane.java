// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.operator.device.MessageQueue;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Sends messages to the device: the form at the left, what became of the last ones beside it.
final class MessagesPane extends VBox {
    private final MessagesViewModel model;

    MessagesPane(MessagesViewModel model) {
        this.model = model;
        var none = new EmptyState(
                Icons.TO_END,
                "No messages sent from here",
                "A message waits at the hub until the device connects and takes it, or until its time is over.");
        var list = new CardList<SentLine>(model.sent(), none, MessagesPane::card);
        VBox.setVgrow(list, Priority.ALWAYS);
        var right = new VBox(queueBar(), list);
        HBox.setHgrow(right, Priority.ALWAYS);
        var both = new HBox(form(), right);
        both.getStyleClass().add("form-and-list");
        VBox.setVgrow(both, Priority.ALWAYS);
        getChildren()
                .addAll(
                        Banners.of(model.asking().problem()),
                        Banners.of(model.looking().problem()),
                        both);
    }

    private Node queueBar() {
        var waiting = new Label();
        waiting.setId("messages-waiting");
        waiting.getStyleClass().add("muted");
        waiting.textProperty().bind(model.queue().map(MessagesPane::words));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button purge = Buttons.plain("Purge…", this::purge);
        purge.setId("messages-purge");
        purge.disableProperty()
                .bind(model.queue()
                        .map(queue -> queue.stream().allMatch(it -> it.waiting().isEmpty())));
        var bar = new HBox(waiting, gap, purge);
        bar.getStyleClass().add("tab-bar");
        return bar;
    }

    private static String words(Optional<MessageQueue> queue) {
        return queue.map(it -> it.waiting().size())
                .map(count -> count == 0 ? "No message waits" : count + " of 50 wait for the device")
                .orElse("");
    }

    private Node form() {
        var body = area("message-body", model.body(), "{\"open\": true}");
        var bodyField = Fields.named("Body", body, new Label());
        body.getStyleClass().add("body");
        var properties = area("message-properties", model.properties(), "valve=4\nreason=leak");
        properties.setPrefRowCount(3);
        var seconds = new TextField();
        seconds.setId("message-seconds");
        seconds.textProperty().bindBidirectional(model.seconds());
        var ack = new ComboBox<>(FXCollections.observableArrayList(Ack.values()));
        ack.setId("message-ack");
        ack.setMaxWidth(Double.MAX_VALUE);
        ack.valueProperty().bindBidirectional(model.ack());
        var send = Buttons.primary("Send", model::personSends);
        send.setId("message-send");
        send.disableProperty().bind(model.ready().not());
        var form = new VBox(
                bodyField,
                Fields.named(
                        "Properties, name=value one a line",
                        properties,
                        complaint(model.properties(), model::propertiesComplaint)),
                Fields.named("Expires after, seconds", seconds, complaint(model.seconds(), model::secondsComplaint)),
                Fields.named("Outcome to hear of", ack, new Label()),
                send);
        form.getStyleClass().add("tab-form");
        return form;
    }

    private static TextArea area(String id, StringProperty text, String prompt) {
        var area = new TextArea();
        area.setId(id);
        area.setPromptText(prompt);
        area.setWrapText(true);
        area.setMinHeight(60);
        area.getStyleClass().add("mono");
        area.textProperty().bindBidirectional(text);
        return area;
    }

    private static Label complaint(StringProperty of, Supplier<String> words) {
        var label = new Label();
        label.getStyleClass().add("bad");
        label.textProperty().bind(Bindings.createStringBinding(words::get, of));
        return label;
    }

    private static Node card(SentLine line) {
        var card = new Card(line.text().isBlank() ? "(empty)" : line.text().strip(), line.words(), line.at());
        card.is(
                switch (line.fate()) {
                    case WAITING -> Card.Mood.WAITING;
                    case DELIVERED -> Card.Mood.GOOD;
                    case LOST -> Card.Mood.BAD;
                    case UNKNOWN -> Card.Mood.UNKNOWN;
                });
        return card;
    }

    private void purge() {
        String words = "All messages that wait for the device are taken back, those of back ends too.";
        if (Ask.confirm(getScene().getWindow(), "Purge the queue?", words, "Purge")) {
            model.personPurges();
        }
    }
}
