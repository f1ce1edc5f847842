// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.entrance;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.operator.Joining;
import dev.signalbox.operator.session.SignIn;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.operator.Invitation;
import dev.signalbox.workbench.session.Workbench;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What a person types who wants to come in, and what is wrong with it.
public final class EntranceViewModel {
    private final Entrance entrance;
    private final OnFx fx;
    private final Consumer<Workbench> open;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final StringProperty invitation = new SimpleStringProperty("");
    private final StringProperty fresh = new SimpleStringProperty("");
    private final StringProperty again = new SimpleStringProperty("");
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());
    private final StringBinding invitationComplaint;
    private final StringBinding freshComplaint;
    private final StringBinding againComplaint;
    private final BooleanBinding canSignIn;
    private final BooleanBinding canJoin;

    /// @param open gets the session
    public EntranceViewModel(Entrance entrance, OnFx fx, Consumer<Workbench> open) {
        this.entrance = entrance;
        this.fx = fx;
        this.open = open;
        invitationComplaint = Bindings.createStringBinding(() -> complaint(invitation.get()), invitation);
        freshComplaint = Bindings.createStringBinding(
                () -> fresh.get().isEmpty() || fresh.get().length() >= Joining.SHORTEST_PASSWORD
                        ? ""
                        : "At least " + Joining.SHORTEST_PASSWORD + " characters; some words together are easy to keep"
                                + " in mind.",
                fresh);
        againComplaint = Bindings.createStringBinding(
                () -> fresh.get().startsWith(again.get()) ? "" : "This is another one.", fresh, again);
        canSignIn = Bindings.createBooleanBinding(
                () -> !busy.get() && !name.get().isBlank() && !password.get().isEmpty(), busy, name, password);
        canJoin = Bindings.createBooleanBinding(
                () -> !busy.get()
                        && !invitation.get().isBlank()
                        && invitationComplaint.get().isEmpty()
                        && fresh.get().length() >= Joining.SHORTEST_PASSWORD
                        && fresh.get().equals(again.get()),
                busy,
                invitation,
                fresh,
                again);
    }

    private static String complaint(String text) {
        try {
            return text.isBlank() ? "" : welcome(Invitation.read(text));
        } catch (ProblemException malformed) {
            return malformed.problem().what() + " " + malformed.problem().remedy();
        }
    }

    private static String welcome(Invitation good) {
        return good.name().isEmpty() ? "It names nobody." : "";
    }

    /// Whom the invitation is for, and where; empty while there is none.
    public String invited() {
        if (invitation.get().isBlank() || !invitationComplaint.get().isEmpty()) {
            return "";
        }
        Invitation good = Invitation.read(invitation.get());
        return "For " + good.name() + " in workspace " + good.contact().workspace() + ".";
    }

    public void personSignsIn() {
        if (canSignIn.get()) {
            var asked = new SignIn(name.get().strip(), password.get());
            come(() -> entrance.signIn(asked));
        }
    }

    public void personJoins() {
        if (canJoin.get()) {
            var good = Invitation.read(invitation.get());
            String chosen = fresh.get();
            come(() -> entrance.join(good, chosen));
        }
    }

    private void come(Callable<Workbench> way) {
        busy.set(true);
        problem.set(Optional.empty());
        fx.fetch(
                way,
                session -> {
                    busy.set(false);
                    open.accept(session);
                },
                why -> {
                    busy.set(false);
                    problem.set(Optional.of(why));
                });
    }

    /// Whether a password is enough.
    public boolean knowsHub() {
        return entrance.knowsHub();
    }

    public StringProperty name() {
        return name;
    }

    public StringProperty password() {
        return password;
    }

    public StringProperty invitation() {
        return invitation;
    }

    /// The password to sign in with from now on.
    public StringProperty fresh() {
        return fresh;
    }

    /// The same once more.
    public StringProperty again() {
        return again;
    }

    public StringBinding invitationComplaint() {
        return invitationComplaint;
    }

    public StringBinding freshComplaint() {
        return freshComplaint;
    }

    public StringBinding againComplaint() {
        return againComplaint;
    }

    public BooleanBinding canSignIn() {
        return canSignIn;
    }

    public BooleanBinding canJoin() {
        return canJoin;
    }

    /// Whether a hub is asked just now.
    public ReadOnlyBooleanProperty isBusy() {
        return busy;
    }

    /// Why the last try failed.
    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem;
    }
}
