// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.consumer.ConsumerTokenMade;
import dev.signalbox.protocol.report.Problem;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A consumer token that is to be made. What the hub says against it leaves what was typed.
final class NewConsumerViewModel {
    /// A token that was just made.
    ///
    /// @param secret told this once
    /// @param curl a line that reads with it
    record Made(String name, String secret, String curl) {
        /// Without the secret.
        @Override
        public String toString() {
            return name;
        }
    }

    private final AccessPage.Programs hub;
    private final OnFx fx;
    private final ConsumersViewModel list;
    private final InstantSource clock;
    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<ReadingLife> life = new SimpleObjectProperty<>(ReadingLife.ENDLESS);
    private final BooleanProperty all = new SimpleBooleanProperty(true);
    private final ObjectProperty<Set<Long>> ticked = new SimpleObjectProperty<>(Set.of());
    private final BooleanProperty open = new SimpleBooleanProperty(false);
    private final BooleanProperty busy = new SimpleBooleanProperty(false);
    private final ObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Made>> made = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectBinding<NewConsumerDraft> draft = Bindings.createObjectBinding(
            () -> new NewConsumerDraft(name.get(), life.get(), all.get(), ticked.get()), name, life, all, ticked);
    private final BooleanBinding canMake;

    NewConsumerViewModel(AccessPage.Programs hub, OnFx fx, ConsumersViewModel list, InstantSource clock) {
        this.hub = hub;
        this.fx = fx;
        this.list = list;
        this.clock = clock;
        canMake = Bindings.createBooleanBinding(() -> draft.get().isReady(list::knows) && !busy.get(), draft, busy);
        list.selected().subscribe(row -> {
            if (row.isPresent()) {
                open.set(false);
            }
        });
    }

    /// Opens an empty form.
    void personBegins() {
        name.set("");
        life.set(ReadingLife.ENDLESS);
        all.set(true);
        ticked.set(Set.of());
        problem.set(Optional.empty());
        list.personChose("");
        open.set(true);
    }

    void personGivesUp() {
        open.set(false);
    }

    void personTicks(long channel, boolean wanted) {
        var now = new TreeSet<>(ticked.get());
        if (wanted) {
            now.add(channel);
        } else {
            now.remove(channel);
        }
        ticked.set(now);
    }

    void personMakes() {
        if (canMake.get()) {
            busy.set(true);
            NewConsumerDraft asked = draft.get();
            fx.fetch(
                    () -> hub.tokens().make(asked.token(clock.instant())),
                    token -> given(token, asked.example()),
                    this::refused);
        }
    }

    private void given(ConsumerTokenMade token, long channel) {
        busy.set(false);
        open.set(false);
        list.changed(token.token());
        String curl = hub.tokens().curl(channel, token.secret());
        made.set(Optional.of(new Made(token.token().name(), token.secret(), curl)));
    }

    private void refused(Problem why) {
        busy.set(false);
        problem.set(Optional.of(why));
    }

    /// The person has the secret; it is forgotten here.
    void personTookIt() {
        made.set(Optional.empty());
    }

    /// What is wrong with the name.
    String nameComplaint(NewConsumerDraft typed) {
        return typed.nameComplaint(list::knows);
    }

    /// Whether the person is at it.
    ReadOnlyBooleanProperty isOpen() {
        return open;
    }

    StringProperty name() {
        return name;
    }

    ObjectProperty<ReadingLife> life() {
        return life;
    }

    /// Whether it may read all streams, also those made later.
    BooleanProperty all() {
        return all;
    }

    /// The streams to choose from.
    ReadOnlyObjectProperty<Channels> channels() {
        return list.channels();
    }

    ReadOnlyObjectProperty<Set<Long>> ticked() {
        return ticked;
    }

    ObjectBinding<NewConsumerDraft> draft() {
        return draft;
    }

    BooleanBinding canMake() {
        return canMake;
    }

    /// Why the hub refused it; empty when it did not.
    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem;
    }

    /// A token that was just made, until the person took its secret.
    ReadOnlyObjectProperty<Optional<Made>> made() {
        return made;
    }
}
