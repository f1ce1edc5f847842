// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.Debounce;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Step;
import dev.signalbox.operator.flow.Flow.Wire;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.flow.Flows;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// A flow being drawn: what it is now, what was before, what is selected, and whether the hub has it.
final class FlowViewModel {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int MEMORY = 200;

    private final Flows flows;
    private final OnFx fx;
    private final Debounce saving;
    private final ObjectProperty<Flow> flow;
    private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(Selection.NOTHING);
    private final ObjectProperty<SaveState> state = new SimpleObjectProperty<>(SaveState.SAVED);
    private final ObjectProperty<Optional<Problem>> problem = new SimpleObjectProperty<>(Optional.empty());
    private final Deque<Flow> before = new ArrayDeque<>();
    private final Deque<Flow> after = new ArrayDeque<>();
    private String etag;

    FlowViewModel(Flow opened, Flows flows, OnFx fx) {
        this.flows = flows;
        this.fx = fx;
        saving = new Debounce(fx, PAUSE);
        flow = new SimpleObjectProperty<>(opened);
        etag = opened.etag();
    }

    /// Changes the flow in a way that can be taken back.
    void personEdits(UnaryOperator<Flow> edit) {
        Flow was = flow.get();
        Flow now = edit.apply(was);
        if (!now.equals(was)) {
            before.push(was);
            if (before.size() > MEMORY) {
                before.removeLast();
            }
            after.clear();
            become(now);
        }
    }

    void personUndoes() {
        if (!before.isEmpty()) {
            after.push(flow.get());
            become(before.pop());
        }
    }

    void personRedoes() {
        if (!after.isEmpty()) {
            before.push(flow.get());
            become(after.pop());
        }
    }

    private void become(Flow now) {
        flow.set(now);
        selection.set(selection.get().in(now));
        if (state.get() != SaveState.CONFLICT) {
            if (state.get() != SaveState.SAVING) {
                state.set(SaveState.UNSAVED);
            }
            saving.soon(this::saveNow);
        }
    }

    /// Adds a step at a place, with a name of its own, and selects it.
    void personAdds(Step step) {
        String name = FlowEdits.freeName(flow.get(), step.service());
        personEdits(f -> FlowEdits.add(
                f,
                new Step(
                        name,
                        step.service(),
                        step.version(),
                        step.properties(),
                        step.assignment(),
                        Geometry.snap(step.x()),
                        Geometry.snap(step.y()))));
        selection.set(Selection.of(name));
    }

    void personRenames(String from, String to) {
        personEdits(f -> FlowEdits.rename(f, from, to));
        selection.set(Selection.of(to));
    }

    void personDeletesSelected() {
        selection.get().step().ifPresent(name -> personEdits(f -> FlowEdits.remove(f, name)));
        selection.get().wire().ifPresent(wire -> personEdits(f -> FlowEdits.disconnect(f, wire)));
    }

    void personSelects(String step) {
        selection.set(Selection.of(step));
    }

    void personSelects(Wire wire) {
        selection.set(Selection.of(wire));
    }

    void personSelectsNothing() {
        selection.set(Selection.NOTHING);
    }

    /// Saves at once what is not saved yet.
    void saveNow() {
        saving.cancel();
        if (state.get() == SaveState.UNSAVED || state.get() == SaveState.FAILED) {
            save();
        }
    }

    private void save() {
        state.set(SaveState.SAVING);
        Flow sent = flow.get();
        Flow edit = FlowEdits.stored(sent, etag);
        fx.fetch(() -> flows.save(edit), answer -> saved(sent, answer), this::failed);
    }

    private void saved(Flow sent, Flow answer) {
        etag = answer.etag();
        problem.set(Optional.empty());
        boolean more = !sent.equals(flow.get());
        state.set(more ? SaveState.UNSAVED : SaveState.SAVED);
        if (more) {
            saving.soon(this::saveNow);
        }
    }

    private void failed(Problem what) {
        state.set(what.code().endsWith(".edited-meanwhile") ? SaveState.CONFLICT : SaveState.FAILED);
        problem.set(Optional.of(what));
    }

    /// After a conflict: what is drawn here wins.
    void personKeepsMine() {
        String name = flow.get().name();
        fx.fetch(
                () -> flows.open(name),
                theirs -> {
                    etag = theirs.etag();
                    save();
                },
                this::failed);
    }

    /// After a conflict: what the other one saved wins.
    void personTakesTheirs() {
        String name = flow.get().name();
        fx.fetch(() -> flows.open(name), this::reset, this::failed);
    }

    /// Takes over what others saved, when nothing drawn here would be lost.
    void look(Flow theirs) {
        if (state.get() == SaveState.SAVED && !theirs.etag().equals(etag)) {
            reset(theirs);
        }
    }

    private void reset(Flow theirs) {
        etag = theirs.etag();
        before.clear();
        after.clear();
        flow.set(theirs);
        selection.set(selection.get().in(theirs));
        problem.set(Optional.empty());
        state.set(SaveState.SAVED);
    }

    Optional<Step> selectedStep() {
        return selection.get().step().flatMap(flow.get()::step);
    }

    ReadOnlyObjectProperty<Flow> flow() {
        return flow;
    }

    ReadOnlyObjectProperty<Selection> selection() {
        return selection;
    }

    ReadOnlyObjectProperty<SaveState> state() {
        return state;
    }

    ReadOnlyObjectProperty<Optional<Problem>> problem() {
        return problem;
    }
}
