// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.Asking;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.stream.ClearingView;
import dev.signalbox.operator.stream.ClearingWay;
import dev.signalbox.operator.stream.DeadLetters;
import dev.signalbox.operator.stream.NewClearing;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.stream.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the page knows of how dead letters leave: which are meant, and how far the hub has come with it.
final class LettersViewModel {
    private final Streams hub;
    private final OnFx fx;
    private final Asking asking;
    private final ObservableList<Which> choices = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Which>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<ClearingView>> clearing = new SimpleObjectProperty<>(Optional.empty());
    private List<Long> selected = List.of();
    private DeadLetters known = new DeadLetters(List.of(), false, Optional.empty());
    private Runnable ended = () -> {};
    private boolean shown;
    private boolean looking;
    private boolean undecided = true;
    /// Grows with all that makes an answer stale that is on its way.
    private int turn;

    LettersViewModel(Streams hub, OnFx fx) {
        this.hub = hub;
        this.fx = fx;
        asking = new Asking(fx);
    }

    /// @param then what is done when a clearing has ended that was seen running
    void whenEnded(Runnable then) {
        ended = then;
    }

    /// @param deadLetters whether it is they that are looked at now
    void begin(boolean deadLetters) {
        shown = deadLetters;
        turn++;
        undecided = true;
        chosen.set(Optional.empty());
        personSelects(List.of());
        asking.clear();
        look();
    }

    /// Asks the hub how things stand, unless it is asked already.
    void look() {
        if (shown && !looking) {
            looking = true;
            int asked = turn;
            fx.fetch(hub::deadLetters, now -> told(now, asked), this::untold);
        }
    }

    private void told(DeadLetters now, int asked) {
        looking = false;
        if (asked != turn) {
            look();
            return;
        }
        boolean ran = isRunning();
        known = now;
        clearing.set(now.clearing());
        arrange(chosen.get());
        if (ran && !isRunning()) {
            ended.run();
        }
    }

    private void untold(Problem why) {
        looking = false;
        asking.explain(why);
    }

    private boolean isRunning() {
        return clearing.get().filter(ClearingView::running).isPresent();
    }

    /// @param wanted what is to be chosen, if it is there
    private void arrange(Optional<Which> wanted) {
        List<Which> now = new ArrayList<>();
        if (!selected.isEmpty()) {
            now.add(Which.selected(selected.size()));
        }
        known.reasons().forEach(one -> now.add(new Which(one.reason(), one.letters(), known.more())));
        if (!choices.equals(now)) {
            // what shows the choice forgets it with the choices
            chosen.set(Optional.empty());
            choices.setAll(now);
        }
        chosen.set(now.stream()
                .filter(one ->
                        wanted.filter(was -> was.reason().equals(one.reason())).isPresent())
                .findFirst()
                .or(() -> undecided ? now.stream().findFirst() : Optional.empty()));
        undecided &= now.isEmpty();
    }

    /// What is selected is what is meant, while there is any.
    void personSelects(List<Long> keys) {
        selected = List.copyOf(keys);
        arrange(selected.isEmpty() ? chosen.get() : Optional.of(Which.selected(selected.size())));
    }

    void personChooses(Which which) {
        chosen.set(Optional.of(which));
    }

    /// What is meant now, to be sorted anew or forgotten; it stays what it is while the person is asked whether it
    /// shall
    /// be. Empty, and said, when more are selected than the hub takes.
    Optional<NewClearing> wanted(ClearingWay way) {
        return chosen.get()
                .filter(which -> !which.isSelection() || areFew())
                .map(which ->
                        which.isSelection() ? NewClearing.of(way, selected) : NewClearing.of(way, which.reason()));
    }

    private boolean areFew() {
        boolean few = selected.size() <= NewClearing.MOST_KEYS;
        if (!few) {
            asking.explain(new Problem(
                    "letters.too-many",
                    selected.size() + " dead letters are selected, and the hub takes " + NewClearing.MOST_KEYS
                            + " at a time.",
                    "Select fewer, or all of a reason."));
        }
        return few;
    }

    void personClears(NewClearing wanted) {
        turn++;
        asking.ask(() -> hub.clear(wanted), begun -> {
            turn++;
            clearing.set(Optional.of(begun));
            look();
        });
    }

    /// Which may be meant; the selected ones first.
    ObservableList<Which> choices() {
        return choices;
    }

    ReadOnlyObjectProperty<Optional<Which>> chosen() {
        return chosen;
    }

    /// The last one, also of somebody else; empty if there was none.
    ReadOnlyObjectProperty<Optional<ClearingView>> clearing() {
        return clearing;
    }

    Asking asking() {
        return asking;
    }
}
