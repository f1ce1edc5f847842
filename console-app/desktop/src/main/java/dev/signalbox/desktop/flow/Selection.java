// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Note;
import dev.signalbox.operator.flow.Flow.Wire;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What of a flow is selected: steps and notes, a wire, or nothing.
///
/// @param steps their names
record Selection(Set<String> steps, Set<Note> notes, Optional<Wire> wire) {
    static final Selection NOTHING = new Selection(Set.of(), Set.of(), Optional.empty());

    Selection {
        steps = Set.copyOf(steps);
        notes = Set.copyOf(notes);
    }

    static Selection of(String step) {
        return of(Set.of(step), Set.of());
    }

    static Selection of(Note note) {
        return of(Set.of(), Set.of(note));
    }

    static Selection of(Collection<String> steps, Collection<Note> notes) {
        return new Selection(Set.copyOf(steps), Set.copyOf(notes), Optional.empty());
    }

    static Selection of(Wire wire) {
        return new Selection(Set.of(), Set.of(), Optional.of(wire));
    }

    /// The step that is selected alone.
    Optional<String> step() {
        return notes.isEmpty() && steps.size() == 1 ? steps.stream().findFirst() : Optional.empty();
    }

    /// The note that is selected alone.
    Optional<Note> note() {
        return steps.isEmpty() && notes.size() == 1 ? notes.stream().findFirst() : Optional.empty();
    }

    /// Whether no step and no note is.
    boolean isWithoutCards() {
        return steps.isEmpty() && notes.isEmpty();
    }

    /// Whether all of that is selected.
    boolean has(Selection other) {
        return steps.containsAll(other.steps)
                && notes.containsAll(other.notes)
                && (other.wire.isEmpty() || other.wire.equals(wire));
    }

    /// With that step if it was not selected, without it if it was.
    Selection turned(String step) {
        return of(turned(steps, step), notes);
    }

    /// With that note if it was not selected, without it if it was.
    Selection turned(Note note) {
        return of(steps, turned(notes, note));
    }

    private static <T> Set<T> turned(Set<T> all, T one) {
        var turned = new HashSet<>(all);
        if (!turned.remove(one)) {
            turned.add(one);
        }
        return turned;
    }

    /// Together with another.
    Selection and(Selection more) {
        var allSteps = new HashSet<>(steps);
        allSteps.addAll(more.steps);
        var allNotes = new HashSet<>(notes);
        allNotes.addAll(more.notes);
        return of(allSteps, allNotes);
    }

    /// What of it is still there.
    Selection in(Flow flow) {
        return new Selection(
                steps.stream().filter(name -> flow.step(name).isPresent()).collect(Collectors.toSet()),
                notes.stream().filter(flow.notes()::contains).collect(Collectors.toSet()),
                wire.filter(flow.wires()::contains));
    }
}
