// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.AutoSave;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Note;
import dev.signalbox.operator.flow.Flow.Step;
import dev.signalbox.operator.flow.Flow.Wire;
import dev.signalbox.workbench.flow.FlowText;
import dev.signalbox.workbench.journal.Found;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;

/// A flow being drawn: what it is now, what was before, and what is selected.
final class FlowViewModel {
    private final AutoSave<Flow> saving;
    private final History history = new History();
    private final ObjectProperty<Selection> selection = new SimpleObjectProperty<>(Selection.NOTHING);

    FlowViewModel(Flow opened, FlowDesk desk, OnFx fx) {
        saving = new AutoSave<>(opened, new FlowShelf(opened.name(), desk.flows()), desk.page(opened.name()), fx);
        saving.onReplaced(history::forget);
        saving.now().subscribe(now -> selection.set(selection.get().in(now)));
    }

    /// Goes on with what was drawn before this console was started; one step back is what the hub has.
    void resume(Found<Flow> found) {
        Flow was = flow().get();
        saving.resume(found);
        if (saving.resumed().get()) {
            history.changes(was);
        }
    }

    /// Changes the flow in a way that can be taken back.
    void personEdits(UnaryOperator<Flow> edit) {
        Flow was = flow().get();
        Flow now = edit.apply(was);
        if (!now.equals(was)) {
            history.changes(was);
            saving.become(now);
        }
    }

    void personUndoes() {
        history.back(flow().get()).ifPresent(saving::become);
    }

    void personRedoes() {
        history.forth(flow().get()).ifPresent(saving::become);
    }

    /// Adds a step at a place, with a name of its own, and selects it.
    void personAdds(Step step) {
        String name = FlowEdits.freeName(flow().get(), step.service());
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
        boolean selected = selection.get().step().filter(from::equals).isPresent();
        personEdits(f -> FlowEdits.rename(f, from, to));
        if (selected) {
            selection.set(Selection.of(to));
        }
    }

    /// What the wire carries from now on; it stays selected if it was.
    void personSetsCondition(Wire wire, String condition) {
        boolean selected = selection.get().wire().filter(wire::equals).isPresent();
        personEdits(f -> FlowEdits.condition(f, wire, condition));
        if (selected) {
            selection.set(Selection.of(new Wire(wire.from(), wire.to(), condition)));
        }
    }

    void personDeletesSelected() {
        Selection gone = selection.get();
        personEdits(f -> NoteEdits.remove(FlowEdits.remove(f, gone.steps()), gone.notes()));
        selection.get().wire().ifPresent(wire -> personEdits(f -> FlowEdits.disconnect(f, wire)));
    }

    void personSelects(String step) {
        selection.set(Selection.of(step));
    }

    void personSelects(Selection chosen) {
        selection.set(chosen);
    }

    void personSelectsAll() {
        Flow all = flow().get();
        selection.set(Selection.of(all.steps().stream().map(Step::name).toList(), all.notes()));
    }

    /// Adds a note, and selects it.
    void personAdds(Note note) {
        personEdits(f -> NoteEdits.add(f, List.of(note)));
        selection.set(Selection.of(note));
    }

    /// What a note says from now on; one that says nothing is no more. It stays selected if it was.
    void personWrites(Note note, String text) {
        if (text.isBlank()) {
            personEdits(f -> NoteEdits.remove(f, Set.of(note)));
        } else {
            boolean selected = selection.get().note().filter(note::equals).isPresent();
            var now = new Note(text, note.x(), note.y());
            personEdits(f -> NoteEdits.replace(f, note, now));
            if (selected) {
                selection.set(Selection.of(now));
            }
        }
    }

    /// Selects the next or the one before, from left to right as they are drawn.
    ///
    /// @param by 1 or -1
    /// @return whether there is one
    boolean personWalks(int by) {
        List<Selection> stops = Walk.through(flow().get());
        int now = stops.indexOf(selection.get());
        int next = now < 0 && by < 0 ? stops.size() + by : now + by;
        if (next < 0 || next >= stops.size()) {
            return false;
        }
        personSelects(stops.get(next));
        return true;
    }

    /// Moves all selected steps and notes together.
    void personMoves(Point2D wished) {
        Selection moved = selection.get();
        Point2D by = FlowEdits.reach(flow().get(), moved, wished);
        personEdits(f -> FlowEdits.shift(f, moved, by));
        List<Note> notes =
                moved.notes().stream().map(note -> NoteEdits.shifted(note, by)).toList();
        if (!notes.isEmpty()) {
            selection.set(Selection.of(moved.steps(), notes).in(flow().get()));
        }
    }

    void personArranges(Arrangement arrangement) {
        Set<String> steps = selection.get().steps();
        personEdits(f -> arrangement.of(f, steps));
    }

    /// The selected steps with the wires between them, and the selected notes, as text; empty when there are none.
    Optional<String> copied() {
        return Optional.of(selection.get())
                .filter(chosen -> !chosen.isWithoutCards())
                .map(chosen -> FlowText.write(Copying.part(flow().get(), chosen)));
    }

    /// Puts the selected steps and notes beside themselves once more. Secrets are not doubled, as they are not copied.
    void personDuplicates() {
        copied().map(FlowText::read).ifPresent(part -> personPuts(Copying.into(flow().get(), part, Optional.empty())));
    }

    /// Takes the flow with what was put into it, and selects that.
    void personPuts(Copying.Put put) {
        personEdits(f -> put.flow());
        personSelects(put.fresh());
    }

    void personSelects(Wire wire) {
        selection.set(Selection.of(wire));
    }

    void personSelectsNothing() {
        selection.set(Selection.NOTHING);
    }

    Optional<Step> selectedStep() {
        return selection.get().step().flatMap(flow().get()::step);
    }

    ReadOnlyObjectProperty<Flow> flow() {
        return saving.now();
    }

    ReadOnlyObjectProperty<Selection> selection() {
        return selection;
    }

    /// Whether the hub has it, and what to do when someone else changed it.
    AutoSave<Flow> saving() {
        return saving;
    }
}
