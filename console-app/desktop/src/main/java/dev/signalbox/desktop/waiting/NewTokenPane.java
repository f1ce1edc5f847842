// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.waiting;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Keys;
import dev.signalbox.desktop.kit.PageBar;
import dev.signalbox.desktop.kit.Problems;
import dev.signalbox.desktop.kit.Warning;
import java.util.function.Function;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Where a token is made.
final class NewTokenPane extends VBox {
    private static final int ID_LINES = 3;

    private final NewTokenViewModel model;

    NewTokenPane(NewTokenViewModel model) {
        this.model = model;
        getStyleClass().add("page");
        TokenFields fields = model.fields();
        var name = text("token-name", "press hall, November", fields.name());
        var form = new VBox(
                Fields.quiet("Devices that have it may ask to be let in, until it ends or is revoked."),
                Fields.named("Name", name, complaint(model::nameComplaint)),
                Fields.named("Lets devices ask for", life(), new Label()),
                Fields.named(
                        "Only for the device id",
                        text("token-only-id", "any id", fields.onlyId()),
                        complaint(NewTokenDraft::onlyIdComplaint)),
                check("token-single", "Single use: it ends with the first device that comes in", fields.singleUse()),
                Fields.named(
                        "Tags for its devices",
                        text("token-tags", "site=north, role=press", fields.tags()),
                        complaint(NewTokenDraft::tagsComplaint)),
                beforehand(),
                problems(),
                buttons());
        form.getStyleClass().add("token-form");
        var scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(new PageBar("New token"), scroll);
        name.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                name.requestFocus();
            }
        });
    }

    private Node life() {
        var life = new ComboBox<Life>();
        life.setId("token-life");
        life.getItems().setAll(Life.values());
        life.valueProperty().bindBidirectional(model.fields().life());
        return life;
    }

    /// In amber as soon as somebody is to come in without a person.
    private Node beforehand() {
        TokenFields fields = model.fields();
        var ids = new TextArea();
        ids.setPrefRowCount(ID_LINES);
        Keys.tabLeaves(ids);
        bind(ids, "token-pre-approved", "press-0417, press-0418", fields.preApproved());
        var replaces =
                check("token-replaces", "They replace devices of these ids that are there already", fields.replaces());
        var complaint = complaint(NewTokenDraft::beforehandComplaint);
        complaint.setId("token-pre-approved-complaint");
        var box = new Warning(
                "Let in without a person",
                PreApprovedSection.REASON,
                Fields.named("Ids, one or several", ids, complaint),
                replaces);
        replaces.disableProperty().bind(fields.preApproved().map(String::isBlank));
        fields.preApproved().subscribe(typed -> box.idle(typed.isBlank()));
        return box;
    }

    private Node problems() {
        var problems = new Problems();
        model.problem().subscribe(found -> found.ifPresentOrElse(problems::show, problems::clear));
        return problems;
    }

    private Node buttons() {
        var make = Buttons.primary("Make token", model::personMakes);
        make.setId("make-token");
        make.disableProperty().bind(model.canMake().not());
        var cancel = Buttons.plain("Cancel", model::personGivesUp);
        cancel.setId("cancel-token");
        return Fields.row(make, cancel);
    }

    private Label complaint(Function<NewTokenDraft, String> of) {
        var hint = new Label();
        hint.getStyleClass().add("bad");
        hint.textProperty().bind(model.fields().draft().map(of));
        return hint;
    }

    private TextField text(String id, String prompt, StringProperty bound) {
        var field = new TextField();
        field.setOnAction(enter -> model.personMakes());
        bind(field, id, prompt, bound);
        return field;
    }

    private static void bind(TextInputControl field, String id, String prompt, StringProperty bound) {
        field.setId(id);
        field.setPromptText(prompt);
        field.textProperty().bindBidirectional(bound);
    }

    private static CheckBox check(String id, String words, javafx.beans.property.BooleanProperty bound) {
        var box = new CheckBox(words);
        box.setId(id);
        box.selectedProperty().bindBidirectional(bound);
        return box;
    }
}
