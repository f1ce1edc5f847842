// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.workbench.device.Difference;
import dev.signalbox.workbench.device.Twin;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// One twin under a person's hands: as the hub has it, as it is written, and where the two stand. Asks nobody.
final class TwinEdit {
    private final TwinText text = new TwinText();
    private final ObjectProperty<Optional<Twin>> twin = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<TwinState> state = new SimpleObjectProperty<>(TwinState.READING);
    private Optional<Twin> theirs = Optional.empty();

    TwinEdit() {
        text.tags().subscribe(this::typed);
        text.desired().subscribe(this::typed);
    }

    /// Forgets this twin; another one is read.
    void clear() {
        theirs = Optional.empty();
        twin.set(Optional.empty());
        state.set(TwinState.READING);
        text.show("", "");
    }

    /// What was typed and not saved; empty when nothing was.
    Optional<TwinDraft> draft() {
        return twin.get().filter(text::differs).map(text::draft);
    }

    /// Goes on with what was typed at another time.
    void resume(TwinDraft draft) {
        twin.set(Optional.of(draft.base()));
        text.show(draft.tags(), draft.desired());
    }

    /// The hub has this now. What the person typed stays; if someone else changed the same parts, that is a conflict.
    void read(Twin found) {
        if (twin.get().filter(base -> base.etag().equals(found.etag())).isPresent()) {
            twin.set(Optional.of(found));
            typed();
        } else if (draft().isEmpty()) {
            take(found);
        } else {
            theirs = Optional.of(found);
            state.set(TwinState.CONFLICT);
        }
    }

    private void take(Twin found) {
        theirs = Optional.empty();
        state.set(TwinState.READING);
        twin.set(Optional.of(found));
        text.show(found);
        typed();
    }

    private void typed() {
        if (state.get() != TwinState.SAVING && state.get() != TwinState.CONFLICT) {
            twin.get().ifPresent(base -> state.set(stateOver(base)));
        }
    }

    private TwinState stateOver(Twin base) {
        if (!text.isGood()) {
            return TwinState.INVALID;
        }
        return text.differs(base) ? TwinState.CHANGED : TwinState.SAME;
    }

    /// Begins to save, if there is something that can be saved, and answers what to send.
    Optional<TwinDraft> save() {
        Optional<TwinDraft> sent = state.get() == TwinState.CHANGED ? draft() : Optional.empty();
        sent.ifPresent(it -> state.set(TwinState.SAVING));
        return sent;
    }

    /// The hub took what was sent. What was typed since then stays.
    void saved(Twin saved, TwinDraft sent) {
        if (text.isStill(sent)) {
            take(saved);
        } else {
            twin.set(Optional.of(saved));
            state.set(stateOver(saved));
        }
    }

    /// The hub did not take it.
    void refused() {
        state.set(TwinState.CHANGED);
        typed();
    }

    /// Drops what was typed.
    void discard() {
        twin.get().ifPresent(this::take);
    }

    /// Ends a conflict: what is here wins, once it is saved.
    void keepMine() {
        theirs.ifPresent(other -> {
            theirs = Optional.empty();
            twin.set(Optional.of(other));
            state.set(stateOver(other));
        });
    }

    /// Ends a conflict: what the other one saved wins.
    void takeTheirs() {
        theirs.ifPresent(this::take);
    }

    /// Where what is here differs from what the other one saved; empty while there is no conflict.
    List<Difference> differencesFromTheirs() {
        return theirs.map(text::differencesFrom).orElse(List.of());
    }

    TwinText text() {
        return text;
    }

    ReadOnlyObjectProperty<Optional<Twin>> twin() {
        return twin;
    }

    ReadOnlyObjectProperty<TwinState> state() {
        return state;
    }
}
