// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ByHand;
import dev.signalbox.workbench.journal.DiskJournal;
import dev.signalbox.workbench.journal.JournalEntry;
import dev.signalbox.workbench.journal.JournalKey;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A console ends without a word, and the next one goes on with what was typed in it.
class ResumeTest {
    private static final JournalKey KEY = new JournalKey("note", "list", "");

    @TempDir
    Path folder;

    private final ByHand fx = new ByHand();
    private final NoteShelf hub = new NoteShelf();
    private DiskJournal journal;
    private AutoSave<Note> note;

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void whatWasTypedWhileTheHubWasAwayIsSavedByTheNextConsole() {
        start();
        hub.away = true;
        types("eggs");
        fx.pause();
        fx.arriveAll();
        types("eggs, milk");
        hub.away = false;
        start();
        assertThat(text()).isEqualTo("eggs, milk");
        assertThat(note.resumed().get()).isTrue();
        fx.arriveAll();
        assertThat(hub.kept.text()).isEqualTo("eggs, milk");
        assertThat(note.state().get()).isEqualTo(SaveState.SAVED);
        start();
        assertThat(note.resumed().get()).as("resumed once").isFalse();
    }

    @Test
    void whatSomeoneElseSavedMeanwhileIsKeptBesideIt() {
        start();
        types("eggs");
        hub.other("bread");
        start();
        assertThat(note.state().get()).isEqualTo(SaveState.CONFLICT);
        assertThat(text()).isEqualTo("eggs");
        assertThat(hub.kept.text()).isEqualTo("bread");
        start();
        assertThat(note.state().get()).as("still, after one more end").isEqualTo(SaveState.CONFLICT);
        note.personKeepsMine();
        fx.arriveAll();
        assertThat(hub.kept.text()).isEqualTo("eggs");
    }

    @Test
    void whoTakesTheirsIsNotAskedAgain() {
        start();
        types("eggs");
        hub.other("bread");
        start();
        note.personTakesTheirs();
        fx.arriveAll();
        start();
        assertThat(note.state().get()).isEqualTo(SaveState.SAVED);
        assertThat(text()).isEqualTo("bread");
    }

    @Test
    void aSaveWhoseAnswerWasNotHeardIsNoOneElses() {
        start();
        types("eggs");
        hub.silent = true;
        note.saveNow();
        fx.arriveAll();
        types("eggs, milk");
        hub.silent = false;
        assertThat(hub.kept.text()).isEqualTo("eggs");
        start();
        assertThat(text()).isEqualTo("eggs, milk");
        fx.arriveAll();
        assertThat(note.state().get()).isEqualTo(SaveState.SAVED);
        assertThat(hub.kept.text()).isEqualTo("eggs, milk");
    }

    @Test
    void norIsItInTheSameConsole() {
        start();
        types("eggs");
        hub.silent = true;
        note.saveNow();
        fx.arriveAll();
        hub.silent = false;
        types("eggs, milk");
        fx.pause();
        fx.arriveAll();
        assertThat(note.state().get()).isEqualTo(SaveState.SAVED);
        assertThat(hub.kept.text()).isEqualTo("eggs, milk");
    }

    @Test
    void aSaveThatArrivedBeforeTheEndLeavesNothing() {
        start();
        types("eggs");
        note.saveNow();
        start();
        assertThat(note.resumed().get()).isFalse();
        assertThat(note.state().get()).isEqualTo(SaveState.SAVED);
        assertThat(text()).isEqualTo("eggs");
    }

    @Test
    void whatThePersonDiscardsDoesNotComeBack() {
        start();
        hub.away = true;
        types("eggs");
        fx.pause();
        fx.arriveAll();
        note.personDiscards();
        hub.away = false;
        start();
        assertThat(text()).isEmpty();
    }

    @Test
    void whatIsDiscardedDuringASaveThatIsRefusedIsForgotten() {
        start();
        types("eggs");
        hub.other("bread");
        note.saveNow();
        note.personDiscards();
        fx.arriveAll();
        start();
        assertThat(text()).isEqualTo("bread");
        assertThat(note.state().get()).isEqualTo(SaveState.SAVED);
    }

    private void types(String text) {
        note.become(new Note(text, note.now().get().etag()));
    }

    private String text() {
        return note.now().get().text();
    }

    /// The console before ends as it stands, and another opens the note.
    private void start() {
        if (journal != null) {
            journal.close();
        }
        journal = DiskJournal.in(folder, "hub");
        JournalEntry<Note> page = journal.entry(KEY, Note.class);
        note = new AutoSave<>(hub.open(), hub, page, fx);
        note.resume(page.found());
    }
}
