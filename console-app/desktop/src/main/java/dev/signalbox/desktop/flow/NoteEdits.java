// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.operator.flow.Flow;
import dev.signalbox.operator.flow.Flow.Note;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javafx.geometry.Point2D;

/// The ways the notes of a flow can change. Each answers a new flow; two notes that are the same are one.
final class NoteEdits {
    private NoteEdits() {}

    static Flow add(Flow flow, Collection<Note> more) {
        var notes = new ArrayList<>(flow.notes());
        notes.addAll(more);
        return flow.withNotes(notes.stream().distinct().toList());
    }

    static Flow remove(Flow flow, Set<Note> gone) {
        return flow.withNotes(
                flow.notes().stream().filter(note -> !gone.contains(note)).toList());
    }

    static Flow replace(Flow flow, Note old, Note now) {
        List<Note> notes = flow.notes().stream()
                .map(note -> note.equals(old) ? now : note)
                .distinct()
                .toList();
        return flow.withNotes(notes);
    }

    static Flow shift(Flow flow, Set<Note> moved, Point2D by) {
        List<Note> notes = flow.notes().stream()
                .map(note -> moved.contains(note) ? shifted(note, by) : note)
                .distinct()
                .toList();
        return flow.withNotes(notes);
    }

    static Note shifted(Note note, Point2D by) {
        return new Note(note.text(), note.x() + by.getX(), note.y() + by.getY());
    }
}
