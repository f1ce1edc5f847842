// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.operator;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Frame;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.PageBar;
import dev.signalbox.operator.operator.OperatorKind;
import java.time.InstantSource;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The operators at the left; beside them the one that is looked at.
final class OperatorsView extends StackPane {
    private static final String MEANING =
            "An operator is somebody who may manage this workspace, or a program that may.";
    private static final int MOST_SIGNATURES = 3;

    private final OperatorsViewModel model;
    private final InstantSource clock;

    OperatorsView(OperatorsViewModel model, InstantSource clock) {
        this.model = model;
        this.clock = clock;
        var table = new OperatorTable(model);
        VBox.setVgrow(table, Priority.ALWAYS);
        var bar = new PageBar(
                "Operators",
                adds(OperatorKind.PERSON, "Invite person…", "invite-operator"),
                adds(OperatorKind.PROGRAM, "Add program…", "add-program"));
        var list = new VBox(bar, table, signatures());
        HBox.setHgrow(list, Priority.ALWAYS);
        var none = new EmptyState(Icons.OPERATORS, "Operators are not read yet", MEANING);
        getChildren()
                .add(new Frame(
                        new HBox(list, beside()),
                        none,
                        Bindings.isEmpty(model.all()),
                        model.asking().problem()));
        model.given()
                .subscribe(given -> given.ifPresent(it -> {
                    new OperatorGiven(it).show(Ask.windowOf(this));
                    model.personTookIt();
                }));
    }

    private Button adds(OperatorKind kind, String words, String id) {
        Button add = Buttons.plain(Icons.ADD, words, () -> add(kind));
        add.setId(id);
        add.disableProperty().bind(model.owns().not());
        return add;
    }

    private void add(OperatorKind kind) {
        new NewOperatorForm(
                        kind,
                        typed -> model.all().stream().anyMatch(row -> row.name().equals(typed)))
                .ask(Ask.windowOf(this), clock)
                .ifPresent(model::personAdds);
    }

    /// How many have to sign a release.
    private Node signatures() {
        var many = new ComboBox<Integer>();
        many.setId("signatures");
        many.setAccessibleText("How many operators sign a release");
        for (int each = 1; each <= MOST_SIGNATURES; each++) {
            many.getItems().add(each);
        }
        many.disableProperty().bind(model.canTrust().not());
        many.setOnAction(e -> {
            if (many.getValue() != null && many.getValue() != model.signatures()) {
                model.personWantsSignatures(many.getValue());
            }
        });
        model.all().subscribe(() -> many.setValue(model.signatures()));
        model.asking().problem().subscribe(ignored -> many.setValue(model.signatures()));
        var words = new Label();
        words.textProperty()
                .bind(many.valueProperty()
                        .map(number -> (number == 1 ? "operator has" : "operators have")
                                + " to sign a release before nodes believe it."));
        words.getStyleClass().add("muted");
        words.setMinWidth(0);
        var row = Fields.row(many, words);
        row.getStyleClass().add("signatures");
        return row;
    }

    /// What does not show is not there, so that the keys do not lead to it.
    private Node beside() {
        var none = new EmptyState(
                Icons.OPERATORS, "Nobody chosen", MEANING + " Choose one at the left to see or change what it may do.");
        var pane = new OperatorPane(model);
        var side = new StackPane();
        side.getStyleClass().add("authority-side");
        model.selected()
                .map(Optional::isPresent)
                .subscribe(present -> side.getChildren().setAll(present ? pane : none));
        return side;
    }
}
