// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.util.ArrayList;
import java.util.List;

/// Keeps one note as the hub would.
final class NoteShelf implements Shelf<Note> {
    final List<String> saves = new ArrayList<>();
    Note kept = new Note("", 0);
    /// It cannot be reached.
    boolean away;
    /// It takes what is sent, and its answer is lost.
    boolean silent;

    /// Someone else saves.
    void other(String text) {
        kept = new Note(text, kept.etag() + 1);
    }

    @Override
    public Note open() {
        if (away) {
            throw new ProblemException(new Problem("hub.away", "The hub is away.", "Start it."));
        }
        return kept;
    }

    @Override
    public Note save(Note edit, Note over) {
        if (open().etag() != over.etag()) {
            throw new ProblemException(new Problem("note.edited-meanwhile", "Someone else.", "Choose."));
        }
        saves.add(edit.text());
        other(edit.text());
        if (silent) {
            throw new ProblemException(new Problem("hub.silent", "The hub does not answer.", "Wait."));
        }
        return kept;
    }

    @Override
    public Note onto(Note edit, Note base) {
        return new Note(edit.text(), base.etag());
    }

    @Override
    public boolean released(Note its) {
        return its.text().equals("released");
    }
}
