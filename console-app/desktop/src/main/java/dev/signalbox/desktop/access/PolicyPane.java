// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Section;
import dev.signalbox.operator.policy.PolicyView;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Everything about the policy that is looked at.
final class PolicyPane extends VBox {
    private static final String HIDDEN = "••••••••••••";

    private final AccessViewModel model;
    private final RightBoxes boxes;
    private final Label ownerWords = Fields.quiet("This policy may always do everything, and cannot be deleted.");
    private final Button save = Buttons.primary("Save", this::save);
    private final Button renew = Buttons.plain(Icons.REFRESH, "Renew both…", this::renew);
    private final Section deleting;

    PolicyPane(AccessViewModel model) {
        this.model = model;
        getStyleClass().add("page");
        boxes = new RightBoxes("right-", model::personTicks);
        save.setId("save-rights");
        save.disableProperty().bind(model.canSave().not());
        ownerWords.managedProperty().bind(ownerWords.visibleProperty());
        var delete = Buttons.plain(Icons.DELETE, "Delete…", this::delete);
        delete.setId("delete-policy");
        deleting = new Section(
                "Delete this policy",
                Fields.quiet("Back ends that use this policy are refused from then on."),
                Fields.row(delete));
        var scroll =
                new ScrollPane(new VBox(new Section("Rights", ownerWords, boxes, Fields.row(save)), keys(), deleting));
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head(), scroll);
        model.ticked().subscribe(boxes::show);
        model.selected().subscribe(policy -> show());
    }

    private Node head() {
        var name = new Label();
        name.getStyleClass().add("pane-title");
        name.textProperty()
                .bind(model.selected()
                        .map(policy -> policy.map(PolicyView::name).orElse("")));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var said = new Label();
        said.getStyleClass().addAll("muted", "small-words");
        said.textProperty().bind(model.said());
        said.setMinWidth(0);
        var copy = Buttons.copying("Connection string", clip -> model.personCopies(true, clip));
        copy.setId("copy-policy");
        var head = new HBox(name, gap, said, copy);
        head.getStyleClass().add("page-bar");
        return head;
    }

    private Node keys() {
        var reveal = Buttons.plain(
                Icons.SECRET, "", () -> model.keysShown().set(!model.keysShown().get()));
        reveal.textProperty().bind(model.keysShown().map(shown -> shown ? "Hide keys" : "Show keys"));
        reveal.setId("show-policy-keys");
        reveal.getStyleClass().add("small");
        renew.setId("renew-policy");
        return new Section("Keys", keyRow("Primary", true), keyRow("Secondary", false), Fields.row(renew)).with(reveal);
    }

    private Node keyRow(String name, boolean primary) {
        var label = new Label(name);
        label.getStyleClass().addAll("field-name", "key-name");
        var field = new TextField();
        field.setEditable(false);
        field.getStyleClass().add("mono");
        field.setAccessibleText(name + " key");
        field.setId(primary ? "policy-primary-key" : "policy-secondary-key");
        field.textProperty()
                .bind(Bindings.createStringBinding(() -> key(primary), model.selected(), model.keysShown()));
        HBox.setHgrow(field, Priority.ALWAYS);
        var copy = Buttons.copying("Connection string", clip -> model.personCopies(primary, clip));
        copy.setId(primary ? "copy-policy-primary" : "copy-policy-secondary");
        return Fields.row(label, field, copy);
    }

    private String key(boolean primary) {
        return model.selected()
                .get()
                .filter(policy -> model.keysShown().get())
                .map(policy -> primary ? policy.primaryKey() : policy.secondaryKey())
                .orElse(HIDDEN);
    }

    private void show() {
        boolean owner = model.isOwner();
        ownerWords.setVisible(owner);
        boxes.lock(owner);
        save.setVisible(!owner);
        save.setManaged(!owner);
        deleting.setVisible(!owner);
        deleting.setManaged(!owner);
    }

    private String name() {
        return model.selected().get().map(PolicyView::name).orElse("the policy");
    }

    private void save() {
        model.personSaves();
    }

    private void renew() {
        String words =
                "Every back end that signs in with one of the old keys is refused from then on, until it has its "
                        + "new connection string.";
        if (Ask.confirm(getScene().getWindow(), "Renew both keys of " + name() + "?", words, "Renew")) {
            model.personRenews();
        }
    }

    private void delete() {
        String words = "Its keys are lost. Every back end that uses it is refused from then on.";
        if (Ask.confirm(getScene().getWindow(), "Delete " + name() + "?", words, "Delete")) {
            model.personDeletes();
        }
    }
}
