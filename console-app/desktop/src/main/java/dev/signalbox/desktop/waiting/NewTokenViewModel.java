// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.waiting;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.provisioning.Provisioning;
import dev.signalbox.workbench.provisioning.TokenGiven;
import java.time.InstantSource;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// A token that is to be made. What the hub says against it leaves what was typed.
final class NewTokenViewModel {
    private final Provisioning hub;
    private final OnFx fx;
    private final InstantSource clock;
    private final TokensViewModel list;
    private final BooleanProperty open = new SimpleBooleanProperty(false);
    private final BooleanProperty busy = new SimpleBooleanProperty(false);
    private final TokenFields fields = new TokenFields();
    private final ObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<TokenGiven>> made = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanBinding canMake;

    NewTokenViewModel(Provisioning hub, OnFx fx, InstantSource clock, TokensViewModel list) {
        this.hub = hub;
        this.fx = fx;
        this.clock = clock;
        this.list = list;
        canMake = Bindings.createBooleanBinding(
                () -> fields.draft().get().isReady(list::hasOpen) && !busy.get(), fields.draft(), busy);
        list.selected().subscribe(row -> {
            if (row.isPresent()) {
                open.set(false);
            }
        });
    }

    /// Opens an empty form.
    void personBegins() {
        fields.clear();
        problem.set(Optional.empty());
        list.personChose("");
        open.set(true);
    }

    void personGivesUp() {
        open.set(false);
    }

    void personMakes() {
        if (canMake.get()) {
            busy.set(true);
            var asked = fields.draft().get().token(clock.instant());
            fx.fetch(() -> hub.make(asked), this::given, this::refused);
        }
    }

    private void given(TokenGiven token) {
        busy.set(false);
        open.set(false);
        list.changed(token.token());
        made.set(Optional.of(token));
    }

    private void refused(Problem why) {
        busy.set(false);
        problem.set(Optional.of(why));
    }

    /// The person has the secret; it is forgotten here.
    void personTookIt() {
        made.set(Optional.empty());
    }

    /// Whether the person is at it.
    ReadOnlyBooleanProperty isOpen() {
        return open;
    }

    TokenFields fields() {
        return fields;
    }

    /// What is wrong with the name.
    String nameComplaint(NewTokenDraft draft) {
        return draft.nameComplaint(list::hasOpen);
    }

    BooleanBinding canMake() {
        return canMake;
    }

    /// Why the hub refused it; empty when it did not.
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem;
    }

    /// A token that was just made, until the person took its secret.
    ReadOnlyObjectProperty<Optional<TokenGiven>> made() {
        return made;
    }
}
