// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.operator;

import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.InWords;
import dev.signalbox.operator.operator.NewOperator;
import dev.signalbox.operator.operator.OperatorKind;
import dev.signalbox.operator.operator.Role;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// Asks for a new operator's name and role.
final class NewOperatorForm extends VBox {
    private static final Duration PROGRAMS_LIFE = Duration.ofDays(90);

    private final OperatorKind kind;
    private final Predicate<String> taken;
    private final TextField name = new TextField();
    private final ComboBox<Role> role = new ComboBox<>();

    NewOperatorForm(OperatorKind kind, Predicate<String> taken) {
        this.kind = kind;
        this.taken = taken;
        getStyleClass().add("ask-form");
        name.setId("operator-name");
        name.setPromptText(kind == OperatorKind.PERSON ? "anna" : "nightly-build");
        var complaint = new Label();
        complaint.getStyleClass().add("bad");
        complaint.textProperty().bind(name.textProperty().map(this::complaint));
        role.setId("new-operator-role");
        role.setConverter(new InWords<>(Role::word));
        role.getItems().setAll(roles().toList());
        role.setValue(kind == OperatorKind.PERSON ? Role.VIEWER : Role.OPERATOR);
        var meaning = new Label();
        meaning.textProperty().bind(role.valueProperty().map(OperatorWords::meaning));
        String words = kind == OperatorKind.PERSON
                ? "You get an invitation to hand over, which is good once and for a week."
                : "You get a token, which is good for 90 days, for a script or a run of continuous integration.";
        getChildren()
                .addAll(
                        Fields.quiet(words),
                        Fields.named("Name", name, complaint),
                        Fields.named("Role", role, meaning));
    }

    private Stream<Role> roles() {
        return Stream.of(Role.values()).filter(one -> kind == OperatorKind.PERSON || one != Role.OWNER);
    }

    private String complaint(String typed) {
        if (!typed.isEmpty() && !NewOperator.NAME.matcher(typed).matches()) {
            return "1 to 64 of a to z, 0 to 9, dot, dash and underscore; a letter or digit first.";
        }
        return taken.test(typed) ? "There is an operator of that name." : "";
    }

    /// The operator, unless the person thought better of it.
    Optional<NewOperator> ask(Window owner, InstantSource clock) {
        boolean isPerson = kind == OperatorKind.PERSON;
        var ready = name.textProperty()
                .map(typed -> !typed.isEmpty() && complaint(typed).isEmpty());
        String title = isPerson ? "Invite a person" : "Let a program in";
        boolean filled = Ask.fill(owner, title, this, isPerson ? "Invite" : "Make token", ready);
        var ends = isPerson
                ? Optional.<java.time.Instant>empty()
                : Optional.of(clock.instant().plus(PROGRAMS_LIFE));
        return filled ? Optional.of(new NewOperator(name.getText(), kind, role.getValue(), ends)) : Optional.empty();
    }
}
