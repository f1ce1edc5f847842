// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import dev.signalbox.protocol.report.Problem;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Something a person works on, which saves itself when the person pauses for half a second.
///
/// Only one save is under way at a time, so that each names the etag the one before was answered with. When someone
/// else saved meanwhile, both sides are kept until the person chooses. Used on the FX thread only.
///
/// @param <T> a value with an etag
public final class AutoSave<T> {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Shelf<T> shelf;
    private final OnFx fx;
    private final Debounce saving;
    private final ObjectProperty<T> now;
    private final ObjectProperty<T> stored;
    private final ObjectProperty<SaveState> state;
    private final ObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());
    private Runnable onceSaved = () -> {};
    private Runnable whenReplaced = () -> {};

    public AutoSave(T opened, Shelf<T> shelf, OnFx fx) {
        this.shelf = shelf;
        this.fx = fx;
        saving = new Debounce(fx, PAUSE);
        now = new SimpleObjectProperty<>(opened);
        stored = new SimpleObjectProperty<>(opened);
        state = new SimpleObjectProperty<>(rest(opened));
    }

    private SaveState rest(T kept) {
        return shelf.released(kept) ? SaveState.RELEASED : SaveState.SAVED;
    }

    /// The person made this of it.
    public void become(T edit) {
        if (state.get() == SaveState.RELEASED || edit.equals(now.get())) {
            return;
        }
        now.set(edit);
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
        fx.fetch(() -> shelf.save(sent, over), answer -> saved(sent, answer), this::failed);
    }

    private void saved(T sent, T answer) {
        stored.set(answer);
        problem.set(Optional.empty());
        if (sent.equals(now.get())) {
            state.set(rest(answer));
            settled();
        } else {
            state.set(SaveState.UNSAVED);
            saving.soon(this::saveNow);
        }
    }

    private void failed(Problem what) {
        onceSaved = () -> {};
        problem.set(Optional.of(what));
        state.set(what.code().endsWith(".edited-meanwhile") ? SaveState.CONFLICT : SaveState.FAILED);
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

    /// Why the state is CONFLICT or FAILED; empty otherwise.
    public ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem;
    }
}
