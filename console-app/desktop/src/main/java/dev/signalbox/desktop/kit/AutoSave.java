// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.journal.Found;
import dev.signalbox.workbench.journal.JournalEntry;
import dev.signalbox.workbench.journal.Unsaved;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Something a person works on, which saves itself when the person pauses for half a second.
///
/// Only one save is under way at a time, so that each names the etag the one before was answered with. When someone
/// else saved meanwhile, both sides are kept until the person chooses. What the hub has not confirmed is written down
/// in a journal, so that the end of the program loses none of it. Used on the FX thread only.
///
/// @param <T> a value with an etag
public final class AutoSave<T> {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Shelf<T> shelf;
    private final OnFx fx;
    private final Unconfirmed<T> unconfirmed;
    private final Debounce saving;
    private final ObjectProperty<T> now;
    private final ObjectProperty<T> stored;
    private final ObjectProperty<SaveState> state;
    private final ObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty resumed = new SimpleBooleanProperty();
    private Runnable onceSaved = () -> {};
    private Runnable whenReplaced = () -> {};

    /// @param journal where what is unsaved is written down
    public AutoSave(T opened, Shelf<T> shelf, JournalEntry<T> journal, OnFx fx) {
        this.shelf = shelf;
        unconfirmed = new Unconfirmed<>(shelf, journal);
        this.fx = fx;
        saving = new Debounce(fx, PAUSE);
        now = new SimpleObjectProperty<>(opened);
        stored = new SimpleObjectProperty<>(opened);
        state = new SimpleObjectProperty<>(rest(opened));
    }

    private SaveState rest(T kept) {
        return shelf.released(kept) ? SaveState.RELEASED : SaveState.SAVED;
    }

    /// Goes on with what was typed before this console was started. If the hub's is not any more what it was made from,
    /// both sides are kept, as when someone else saves meanwhile.
    public void resume(Found<T> found) {
        found.unsaved().ifPresent(this::resume);
    }

    private void resume(Unsaved<T> found) {
        T opened = stored.get();
        if (unconfirmed.same(found.mine(), opened)) {
            unconfirmed.forget();
            return;
        }
        boolean follows = unconfirmed.follows(found, opened);
        now.set(shelf.onto(found.mine(), opened));
        resumed.set(true);
        if (follows) {
            save(opened);
        } else {
            state.set(SaveState.CONFLICT);
        }
    }

    /// The person made this of it.
    public void become(T edit) {
        if (state.get() == SaveState.RELEASED || edit.equals(now.get())) {
            return;
        }
        now.set(edit);
        unconfirmed.becomes(edit, stored.get());
        if (state.get() != SaveState.CONFLICT) {
            if (state.get() != SaveState.SAVING) {
                state.set(SaveState.UNSAVED);
            }
            saving.soon(this::saveNow);
        }
    }

    /// Saves at once what is not saved yet.
    public void saveNow() {
        saving.cancel();
        if (state.get() == SaveState.UNSAVED || state.get() == SaveState.FAILED) {
            save(stored.get());
        }
    }

    /// Does something as soon as all is saved; never, if that fails, because nothing may be lost by it.
    public void onceSaved(Runnable then) {
        onceSaved = then;
        saveNow();
        if (!state.get().dirty()) {
            settled();
        } else if (state.get().stuck()) {
            onceSaved = () -> {};
        }
    }

    private void settled() {
        Runnable then = onceSaved;
        onceSaved = () -> {};
        then.run();
    }

    private void save(T over) {
        state.set(SaveState.SAVING);
        T sent = now.get();
        unconfirmed.sends(sent, over);
        fx.fetch(() -> unconfirmed.save(sent, over), answer -> saved(sent, answer), this::failed);
    }

    private void saved(T sent, T answer) {
        stored.set(answer);
        unconfirmed.answered();
        problem.set(Optional.empty());
        if (sent.equals(now.get())) {
            state.set(rest(answer));
            settled();
        } else {
            unconfirmed.becomes(now.get(), answer);
            state.set(SaveState.UNSAVED);
            saving.soon(this::saveNow);
        }
    }

    /// What stands in the hub's way may be what it was sent itself, when the answer was lost on the way back.
    private void failed(Problem what) {
        if (!what.code().endsWith(".edited-meanwhile")) {
            stuck(SaveState.FAILED, what);
        } else if (unconfirmed.refused()) {
            fx.fetch(shelf::open, theirs -> met(theirs, what), ignored -> stuck(SaveState.CONFLICT, what));
        } else {
            stuck(SaveState.CONFLICT, what);
        }
    }

    private void met(T theirs, Problem what) {
        if (unconfirmed.sentBefore(theirs)) {
            stored.set(theirs);
            unconfirmed.answered();
            save(theirs);
        } else {
            stuck(SaveState.CONFLICT, what);
        }
    }

    private void stuck(SaveState how, Problem what) {
        onceSaved = () -> {};
        problem.set(Optional.of(what));
        state.set(how);
    }

    /// After a conflict: what is here wins.
    public void personKeepsMine() {
        state.set(SaveState.SAVING);
        fx.fetch(shelf::open, this::save, this::failed);
    }

    /// After a conflict: what the other one saved wins.
    public void personTakesTheirs() {
        state.set(SaveState.SAVING);
        fx.fetch(shelf::open, this::reset, this::failed);
    }

    private void reset(T theirs) {
        saving.cancel();
        stored.set(theirs);
        now.set(theirs);
        unconfirmed.forget();
        resumed.set(false);
        problem.set(Optional.empty());
        state.set(rest(theirs));
        whenReplaced.run();
    }

    /// Takes over what others did to it, such as releasing it, when nothing of the person's would be lost. That it
    /// cannot be read just now is said by whoever reads the list.
    public void look() {
        if (state.get() == SaveState.SAVED) {
            T asked = stored.get();
            fx.fetch(shelf::open, theirs -> takeOver(asked, theirs), ignored -> {});
        }
    }

    /// An answer that was under way while the person saved something newer says nothing.
    private void takeOver(T asked, T theirs) {
        boolean still = state.get() == SaveState.SAVED && stored.get().equals(asked);
        if (still && !theirs.equals(asked)) {
            reset(theirs);
        }
    }

    /// What to do when the hub's content took the place of the person's.
    public void onReplaced(Runnable action) {
        whenReplaced = action;
    }

    /// The person gives up what could not be saved.
    public void personDiscards() {
        saving.cancel();
        unconfirmed.forget();
    }

    /// The person has read that something was resumed.
    public void personSawIt() {
        resumed.set(false);
    }

    /// Whether it is shown with what was typed before this console was started, until the person says she saw it.
    public ReadOnlyBooleanProperty resumed() {
        return resumed;
    }

    /// As the person has it; its etag may be an old one.
    public ReadOnlyObjectProperty<T> now() {
        return now;
    }

    /// As the hub last had it.
    public ReadOnlyObjectProperty<T> stored() {
        return stored;
    }

    public ReadOnlyObjectProperty<SaveState> state() {
        return state;
    }

    /// What the hub said when the state became CONFLICT or FAILED; empty otherwise.
    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem;
    }
}
