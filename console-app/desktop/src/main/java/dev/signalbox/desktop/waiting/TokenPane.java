// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.waiting;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Section;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Everything about the token that is looked at, but its secret, which nobody knows any more.
final class TokenPane extends VBox {
    private static final String LOSS =
            "No device can ask by it any more, and those that wait by it are cancelled. Devices it let in stay: shut"
                    + " those out under Decided or Devices.";

    private final TokensViewModel model;
    private final PreApprovedSection preApproved;
    private final HBox head = new HBox();
    private final VBox sections = new VBox();

    TokenPane(TokensViewModel model) {
        this.model = model;
        preApproved = new PreApprovedSection(model);
        getStyleClass().add("page");
        head.getStyleClass().add("page-bar");
        var scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        model.selected().subscribe(row -> row.ifPresent(this::show));
    }

    private void show(TokenRow row) {
        var name = new Label(row.name());
        name.getStyleClass().add("pane-title");
        name.setTooltip(new Tooltip(row.name()));
        head.getChildren().setAll(name, TokensView.chip(row));
        sections.getChildren().setAll(facts(row));
        if (row.isOpen()) {
            preApproved.show(row);
            sections.getChildren().addAll(preApproved, revoking());
        }
    }

    private static Node facts(TokenRow row) {
        var facts = new GridPane();
        facts.getStyleClass().add("token-facts");
        fact(facts, "For", row.limits());
        fact(facts, "Came in", row.used());
        fact(facts, "Ends", row.endsWhole());
        fact(facts, "Tags", row.tags());
        fact(facts, "Made", row.made());
        return new Section("This token", facts);
    }

    private static void fact(GridPane facts, String title, String value) {
        var name = new Label(title);
        name.getStyleClass().add("muted");
        name.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setValignment(name, VPos.TOP);
        var words = new Label(value);
        words.setWrapText(true);
        GridPane.setHgrow(words, Priority.ALWAYS);
        facts.addRow(facts.getRowCount(), name, words);
    }

    private Node revoking() {
        var revoke = Buttons.plain(Icons.CLEAR, "Revoke…", this::confirm);
        revoke.setId("revoke-token");
        return new Section("Revoke this token", Fields.quiet(LOSS), Fields.row(revoke));
    }

    private void confirm() {
        String name = model.selected().get().map(TokenRow::name).orElse("the token");
        if (Ask.confirm(getScene().getWindow(), "Revoke " + name + "?", LOSS, "Revoke")) {
            model.personRevokes();
        }
    }
}
