// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.PageBar;
import dev.signalbox.desktop.kit.Problems;
import dev.signalbox.operator.stream.StreamView;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Where a consumer token is made.
final class NewConsumerPane extends VBox {
    private final NewConsumerViewModel model;

    NewConsumerPane(NewConsumerViewModel model) {
        this.model = model;
        getStyleClass().add("page");
        TextField name = name();
        var complaint = new Label();
        complaint.getStyleClass().add("bad");
        complaint.textProperty().bind(model.draft().map(model::nameComplaint));
        var form = new VBox(
                Fields.quiet("A program that has it reads these streams, until it ends or is deleted."),
                Fields.named("Name", name, complaint),
                Fields.named("Good", life(), new Label()),
                Fields.named("Streams it may read", streams(), new Label()),
                problems(),
                buttons());
        form.getStyleClass().add("authority-form");
        var scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(new PageBar("New consumer token"), scroll);
        name.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                name.requestFocus();
            }
        });
    }

    private TextField name() {
        var name = new TextField();
        name.setId("consumer-name");
        name.setPromptText("shop reports");
        name.textProperty().bindBidirectional(model.name());
        name.setOnAction(enter -> model.personMakes());
        return name;
    }

    private Node life() {
        var life = new ComboBox<ReadingLife>();
        life.setId("consumer-life");
        life.getItems().setAll(ReadingLife.values());
        life.valueProperty().bindBidirectional(model.life());
        return life;
    }

    private Node streams() {
        var all = new CheckBox("All, also those made later");
        all.setId("consumer-all");
        all.selectedProperty().bindBidirectional(model.all());
        var each = new VBox();
        each.getStyleClass().add("consumer-channels");
        each.disableProperty().bind(model.all());
        model.channels()
                .subscribe(channels -> each.getChildren()
                        .setAll(channels.streams().stream().map(this::stream).toList()));
        var scroll = new ScrollPane(each);
        scroll.getStyleClass().add("consumer-channel-room");
        scroll.setFitToWidth(true);
        var both = new VBox(all, scroll);
        both.getStyleClass().add("consumer-streams");
        return both;
    }

    private CheckBox stream(StreamView stream) {
        var box = new CheckBox(Channels.name(stream));
        box.setId("consumer-channel-" + stream.number());
        box.setMnemonicParsing(false);
        box.setSelected(model.ticked().get().contains(stream.number()));
        box.setOnAction(press -> model.personTicks(stream.number(), box.isSelected()));
        return box;
    }

    private Node problems() {
        var problems = new Problems();
        model.problem().subscribe(found -> found.ifPresentOrElse(problems::show, problems::clear));
        return problems;
    }

    private Node buttons() {
        var make = Buttons.primary("Make token", model::personMakes);
        make.setId("make-consumer");
        make.disableProperty().bind(model.canMake().not());
        var cancel = Buttons.plain("Cancel", model::personGivesUp);
        cancel.setId("cancel-consumer");
        return Fields.row(make, cancel);
    }
}
