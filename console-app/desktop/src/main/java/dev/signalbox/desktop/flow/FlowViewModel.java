// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.AutoSave;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Step;
import dev.signalbox.operator.flow.Flow.Wire;
import dev.signalbox.workbench.journal.Found;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

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
