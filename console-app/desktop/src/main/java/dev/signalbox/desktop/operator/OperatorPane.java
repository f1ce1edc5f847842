// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.operator;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Chip;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.InWords;
import dev.signalbox.desktop.kit.Section;
import dev.signalbox.operator.operator.OperatorKind;
import dev.signalbox.operator.operator.OperatorState;
import dev.signalbox.operator.operator.Role;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The operator that is looked at, and what can be done about it.
final class OperatorPane extends VBox {
    private final OperatorsViewModel model;
    private final Label name = new Label();
    private final Chip state = new Chip("", Chip.Tone.GOOD);
    private final Label about = Fields.quiet("");
    private final Label whyNot = Fields.quiet("");
    private final ComboBox<Role> role = new ComboBox<>();
    private final Label meaning = Fields.quiet("");
    private final Button suspend = Buttons.plain("", this::suspends);
    private final Button renew = Buttons.plain("", this::renews);
    private final Button remove = Buttons.danger("Remove…", this::removes);
    private final SignatureSection signature;

    OperatorPane(OperatorsViewModel model) {
        this.model = model;
        signature = new SignatureSection(model);
        getStyleClass().add("page");
        name.setId("operator-title");
        name.getStyleClass().add("pane-title");
        name.setMinWidth(0);
        var head = new HBox(name, state);
        head.getStyleClass().add("page-bar");
        suspend.setId("operator-suspend");
        renew.setId("operator-renew");
        remove.setId("operator-remove");
        whyNot.setId("operator-why-not");
        whyNot.managedProperty().bind(whyNot.textProperty().isNotEmpty());
        var said = Fields.quiet("");
        said.setId("operator-said");
        said.textProperty().bind(model.said());
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        var all = new VBox(
                new Section("This operator", about, whyNot, said),
                new Section("Role", roles(), meaning),
                signature,
                new Section("Coming in", Fields.row(suspend, renew, remove)));
        var scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
        for (Button button : new Button[] {suspend, renew, remove}) {
            button.disableProperty().bind(model.canChange().not());
        }
        model.selected().subscribe(row -> row.ifPresent(this::show));
        model.canChange().subscribe(can -> whyNot.setText(model.whyNot()));
    }

    private Node roles() {
        role.setId("operator-role");
        role.setAccessibleText("Role");
        role.getItems().setAll(Role.values());
        role.setConverter(new InWords<>(Role::word));
        role.disableProperty().bind(model.canChange().not());
        var give = Buttons.plain("Change role", () -> model.personGives(role.getValue()));
        give.setId("operator-give-role");
        give.disableProperty()
                .bind(model.canChange()
                        .not()
                        .or(role.valueProperty()
                                .isEqualTo(javafx.beans.binding.Bindings.createObjectBinding(
                                        () -> model.selected()
                                                .get()
                                                .map(row -> row.view().role())
                                                .orElse(Role.VIEWER),
                                        model.selected()))));
        role.valueProperty().subscribe(chosen -> meaning.setText(chosen == null ? "" : OperatorWords.meaning(chosen)));
        return Fields.row(role, give);
    }

    private void show(OperatorRow row) {
        boolean isProgram = row.view().kind() == OperatorKind.PROGRAM;
        boolean suspended = row.view().state() == OperatorState.SUSPENDED;
        name.setText(row.name());
        name.setTooltip(new Tooltip(row.name()));
        state.setText(OperatorWords.state(row.view().state()));
        state.show(OperatorWords.tone(row.view().state()));
        about.setText("A " + OperatorWords.kind(row.view().kind()) + ", let in " + row.made() + ", last here "
                + row.used() + ". " + row.ends());
        role.setValue(row.view().role());
        suspend.setText(suspended ? "Let in again" : "Suspend");
        renew.setText(isProgram ? "Another token…" : "Invite anew…");
        renew.setGraphic(Icons.SECRET.node("icon-small"));
        whyNot.setText(model.whyNot());
    }

    private void suspends() {
        model.personSuspends(model.selected()
                .get()
                .filter(row -> row.view().state() == OperatorState.SUSPENDED)
                .isEmpty());
    }

    private void renews() {
        confirm(
                "What lets %s in is ended?",
                "Password, sessions or token end at once, and there is a new invitation or token to hand over.",
                "Go on",
                model::personRenews);
    }

    private void removes() {
        confirm(
                "Remove %s?",
                "Sessions and password or token end at once. What this operator made stays, with the name in its"
                        + " history.",
                "Remove",
                model::personRemoves);
    }

    private void confirm(String title, String words, String action, Runnable then) {
        String of = model.selected().get().map(OperatorRow::name).orElse("");
        if (Ask.confirm(Ask.windowOf(this), title.formatted(of), words, action)) {
            then.run();
        }
    }
}
