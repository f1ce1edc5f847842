// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.operator;

import dev.signalbox.desktop.kit.Asking;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.operator.NewOperator;
import dev.signalbox.operator.operator.OperatorChange;
import dev.signalbox.operator.operator.OperatorKind;
import dev.signalbox.operator.operator.OperatorMade;
import dev.signalbox.operator.operator.OperatorState;
import dev.signalbox.operator.operator.OperatorView;
import dev.signalbox.operator.operator.Right;
import dev.signalbox.operator.operator.Role;
import dev.signalbox.workbench.operator.Trust;
import dev.signalbox.workbench.operator.Trusted;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the page knows of operators: all of them, the one that is looked at, and what this person may change.
final class OperatorsViewModel {
    private static final String FIRST_OWNER = "owner";

    private final OperatorsPage.Desk desk;
    private final InstantSource clock;
    private final Asking asking;
    private final ObservableList<OperatorRow> all = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<OperatorRow>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Seen>> seen = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Given>> given = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty said = new SimpleStringProperty("");
    private final BooleanBinding owns = Bindings.createBooleanBinding(
            () -> seen.get().filter(now -> now.me().role().has(Right.OWN)).isPresent(), seen);
    private final BooleanBinding canChange = Bindings.createBooleanBinding(
            () -> whyNot().isEmpty() && selected.get().isPresent(), seen, selected);
    private final BooleanBinding canTrust = Bindings.createBooleanBinding(
            () -> seen.get().filter(now -> now.trusted().ownerHere()).isPresent(), seen);
    private String chosen = "";
    private boolean filling;

    /// Who this person is, and whose signatures count.
    private record Seen(List<OperatorView> all, OperatorView me, Trusted trusted) {}

    /// What lets somebody in, to be handed over; told this once.
    ///
    /// @param text an invitation, or a program's token
    record Given(String name, OperatorKind kind, String text) {
        /// Without the secret.
        @Override
        public String toString() {
            return name;
        }
    }

    OperatorsViewModel(OperatorsPage.Desk desk, OnFx fx, InstantSource clock) {
        this.desk = desk;
        this.clock = clock;
        asking = new Asking(fx);
    }

    /// Reads all anew.
    void look() {
        ask(() -> "");
    }

    /// A list that is filled anew moves its mark by itself, which is nobody's choice.
    void personChose(String name) {
        if (!filling && !name.equals(chosen)) {
            chosen = name;
            said.set("");
            find();
        }
    }

    void personAdds(NewOperator wanted) {
        askForSecret(() -> desk.operators().make(wanted));
    }

    /// Ends what lets the chosen one in, and makes another invitation or token.
    void personRenews() {
        withChosen(row -> askForSecret(() -> desk.operators().renew(row.name())));
    }

    private void askForSecret(Callable<OperatorMade> question) {
        asking.ask(
                () -> {
                    OperatorMade made = question.call();
                    boolean isProgram = made.operator().kind() == OperatorKind.PROGRAM;
                    return new Given(
                            made.operator().name(),
                            made.operator().kind(),
                            isProgram ? made.secret() : desk.operators().invitation(made));
                },
                made -> {
                    chosen = made.name();
                    given.set(Optional.of(made));
                    look();
                });
    }

    /// The person has the secret; it is forgotten here.
    void personTookIt() {
        given.set(Optional.empty());
    }

    void personGives(Role role) {
        withChosen(row -> ask(() -> {
            desk.operators().change(row.name(), new OperatorChange(role, isSuspended(row)));
            return row.name() + " is " + role.word() + " now.";
        }));
    }

    void personSuspends(boolean suspended) {
        withChosen(row -> ask(() -> {
            desk.operators().change(row.name(), new OperatorChange(row.view().role(), suspended));
            return "";
        }));
    }

    private static boolean isSuspended(OperatorRow row) {
        return row.view().state() == OperatorState.SUSPENDED;
    }

    /// Nodes stop to believe what it signs as well, if this console can say so.
    void personRemoves() {
        withChosen(row -> ask(() -> {
            desk.operators().remove(row.name());
            boolean isBelieved = row.isTrusted() || row.isTrustedOtherwise();
            return isBelieved && row.trusted().ownerHere() ? words(desk.trust().forget(row.name())) : "";
        }));
    }

    void personTrusts(boolean trusted) {
        withChosen(row -> ask(() -> words(trusted ? believe(row) : desk.trust().forget(row.name()))));
    }

    private Trust.Change believe(OperatorRow row) {
        return desk.trust().believe(row.name(), row.view().publicKey().orElse(""));
    }

    /// Says how many operators have to sign a release.
    void personWantsSignatures(int many) {
        ask(() -> words(desk.trust().setSignatures(many)));
    }

    private static String words(Trust.Change change) {
        String document = "Trust document " + change.inForce().version() + " is in force.";
        return change.countersigned().isEmpty()
                ? document
                : document + " You signed release "
                        + change.countersigned().stream().map(String::valueOf).collect(Collectors.joining(" and "))
                        + " as well, so that nodes go on believing it.";
    }

    private void withChosen(java.util.function.Consumer<OperatorRow> work) {
        selected.get().ifPresent(work);
    }

    /// @param change answers what to say of it
    private void ask(Callable<String> change) {
        asking.ask(
                () -> {
                    String words = change.call();
                    return new Answer(
                            words,
                            new Seen(
                                    desk.operators().list(),
                                    desk.operators().me(),
                                    desk.trust().inForce()));
                },
                this::show);
    }

    private record Answer(String words, Seen seen) {}

    private void show(Answer answer) {
        Instant now = clock.instant();
        seen.set(Optional.of(answer.seen()));
        filling = true;
        all.setAll(answer.seen().all().stream()
                .map(one -> new OperatorRow(one, answer.seen().trusted(), now))
                .toList());
        filling = false;
        find();
        if (!answer.words().isEmpty()) {
            said.set(answer.words());
        }
    }

    private void find() {
        selected.set(all.stream().filter(row -> row.name().equals(chosen)).findFirst());
    }

    /// Why this person cannot change the chosen one; empty if she can.
    String whyNot() {
        String name = selected.get().map(OperatorRow::name).orElse("");
        if (!owns.get()) {
            return "Only an owner changes operators.";
        }
        if (name.equals(FIRST_OWNER)) {
            return "The first owner stays: the workspace's key is his.";
        }
        boolean isMe = seen.get().filter(now -> now.me().name().equals(name)).isPresent();
        return isMe ? "Nobody changes himself. Ask another owner." : "";
    }

    /// By name.
    ObservableList<OperatorRow> all() {
        return all;
    }

    ReadOnlyObjectProperty<Optional<OperatorRow>> selected() {
        return selected;
    }

    /// What was just made, until the person took it.
    ReadOnlyObjectProperty<Optional<Given>> given() {
        return given;
    }

    /// Whether this person is an owner.
    BooleanBinding owns() {
        return owns;
    }

    /// Whether this person may change the chosen one.
    BooleanBinding canChange() {
        return canChange;
    }

    /// Whether this console holds the key that says whose signatures count.
    BooleanBinding canTrust() {
        return canTrust;
    }

    /// How many operators have to sign a release; 1 until that is known.
    int signatures() {
        return seen.get().map(now -> now.trusted().signatures()).orElse(1);
    }

    /// What the last thing the person did came to; empty when there is nothing to say.
    ReadOnlyStringProperty said() {
        return said;
    }

    Asking asking() {
        return asking;
    }
}
