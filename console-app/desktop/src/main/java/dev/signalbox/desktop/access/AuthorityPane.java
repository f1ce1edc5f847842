// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Clip;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Section;
import dev.signalbox.workbench.access.AuthorityStanding;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Everything about the authority that is looked at.
final class AuthorityPane extends VBox {
    private final AuthoritiesViewModel model;
    private final ProofViewModel proof;
    private final HBox head = new HBox();
    private final VBox sections = new VBox();

    AuthorityPane(AuthoritiesViewModel model, ProofViewModel proof) {
        this.model = model;
        this.proof = proof;
        getStyleClass().add("page");
        head.getStyleClass().add("page-bar");
        var scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, said(), scroll);
        model.selected().subscribe(row -> row.ifPresent(this::show));
    }

    private Node said() {
        var said = Fields.quiet("");
        said.setId("authority-said");
        said.getStyleClass().add("authority-said");
        said.textProperty().bind(model.said());
        said.setMaxWidth(Double.MAX_VALUE);
        said.visibleProperty().bind(said.textProperty().isNotEmpty());
        said.managedProperty().bind(said.visibleProperty());
        return said;
    }

    private void show(AuthorityRow row) {
        var name = new Label(row.name());
        name.getStyleClass().add("pane-title");
        name.setTooltip(new Tooltip(row.name()));
        head.getChildren().setAll(name, AuthorityTable.chip(row));
        sections.getChildren().setAll(certificate(row), deleting());
        if (row.standing() == AuthorityStanding.WAITING) {
            sections.getChildren().addFirst(ProofSection.of(row.authority().verificationCode(), proof));
        }
    }

    private static Node certificate(AuthorityRow row) {
        var facts = new GridPane();
        facts.getStyleClass().add("authority-facts");
        facts.addRow(0, name("Subject"), value(row.authority().subject()));
        facts.addRow(1, name("Valid"), value(row.validity()));
        facts.addRow(2, name("Entered"), value(row.enteredAt()));
        Label digits = value(row.fingerprint().inTwoLines());
        digits.setId("authority-fingerprint");
        digits.getStyleClass().addAll("mono", "small-words");
        facts.addRow(3, name("SHA-256"), digits);
        return new Section("Certificate", facts)
                .with(
                        copying(
                                "copy-fingerprint",
                                "Fingerprint",
                                row.fingerprint().inPairs()),
                        copying("copy-authority-pem", "PEM", row.authority().pem()));
    }

    private static Label name(String words) {
        var label = new Label(words);
        label.getStyleClass().add("muted");
        label.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setValignment(label, VPos.TOP);
        return label;
    }

    private static Label value(String words) {
        var label = new Label(words);
        label.setWrapText(true);
        GridPane.setHgrow(label, Priority.ALWAYS);
        return label;
    }

    private static Button copying(String id, String what, String text) {
        Button copy = Buttons.plain(Icons.COPY, what, () -> {});
        copy.setOnAction(press -> Clip.copy(text, copy));
        copy.setId(id);
        copy.getStyleClass().add("small");
        return copy;
    }

    private Node deleting() {
        var delete = Buttons.plain(Icons.DELETE, "Delete…", () -> model.personWantsToDelete(this::confirm));
        delete.setId("delete-authority");
        return new Section(
                "Delete this authority",
                Fields.quiet("Devices that came in by it are disconnected and refused from then on."),
                Fields.row(delete));
    }

    private void confirm(String words) {
        String name = model.selected().get().map(AuthorityRow::name).orElse("the authority");
        if (Ask.confirm(getScene().getWindow(), "Delete " + name + "?", words, "Delete")) {
            model.personDeletes();
        }
    }
}
