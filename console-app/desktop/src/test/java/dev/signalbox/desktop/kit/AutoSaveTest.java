// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.desks.ByHand;
import dev.signalbox.workbench.journal.JournalEntry;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class AutoSaveTest {
    private final ByHand fx = new ByHand();
    private final NoteShelf desk = new NoteShelf();
    private final AutoSave<Note> note = new AutoSave<>(desk.kept, desk, JournalEntry.none(), fx);

    @Test
    void nothingIsSentBeforeThePersonPauses() {
        note.become(new Note("a", 0));
        note.become(new Note("ab", 0));
        assertThat(note.state().get()).isEqualTo(SaveState.UNSAVED);
        assertThat(desk.saves).isEmpty();
        fx.pause();
        assertThat(note.state().get()).isEqualTo(SaveState.SAVING);
        fx.arriveAll();
        assertThat(desk.saves).containsExactly("ab");
        assertThat(note.state().get()).isEqualTo(SaveState.SAVED);
    }

    @Test
    void whatIsTypedDuringASaveGoesWithTheNextAndNamesTheAnswersEtag() {
        note.become(new Note("a", 0));
        note.saveNow();
        note.become(new Note("ab", 0));
        fx.pause();
        assertThat(fx.underWay()).as("one save at a time").isEqualTo(1);
        fx.arriveAll();
        fx.pause();
        fx.arriveAll();
        assertThat(desk.saves).containsExactly("a", "ab");
        assertThat(note.state().get()).isEqualTo(SaveState.SAVED);
    }

    @Test
    void afterAConflictNothingIsSavedUntilMineIsKept() {
        conflict();
        note.become(new Note("mine, longer", 0));
        fx.pause();
        note.saveNow();
        fx.arriveAll();
        assertThat(note.state().get()).isEqualTo(SaveState.CONFLICT);
        assertThat(desk.kept.text()).isEqualTo("theirs");
        note.personKeepsMine();
        fx.arriveAll();
        assertThat(desk.kept.text()).isEqualTo("mine, longer");
        assertThat(note.state().get()).isEqualTo(SaveState.SAVED);
        assertThat(note.problem().get()).isEmpty();
    }

    @Test
    void afterAConflictTheirsCanBeTakenAndIsToldOfAsReplaced() {
        conflict();
        var told = new ArrayList<String>();
        note.onReplaced(() -> told.add(note.now().get().text()));
        note.personTakesTheirs();
        fx.arriveAll();
        assertThat(told).containsExactly("theirs");
        assertThat(desk.kept.text()).isEqualTo("theirs");
        assertThat(note.state().get()).isEqualTo(SaveState.SAVED);
    }

    @Test
    void whyItFailedIsKnownBeforeTheStateSaysSo() {
        desk.away = true;
        var said = new ArrayList<String>();
        note.state().subscribe(state -> note.problem().get().ifPresent(why -> said.add(state + " " + why.code())));
        note.become(new Note("a", 0));
        note.saveNow();
        fx.arriveAll();
        assertThat(said).containsExactly("FAILED hub.away");
    }

    @Test
    void whatFailedIsSavedWhenThePersonTriesAgain() {
        desk.away = true;
        note.become(new Note("a", 0));
        note.saveNow();
        fx.arriveAll();
        desk.away = false;
        note.saveNow();
        fx.arriveAll();
        assertThat(desk.kept.text()).isEqualTo("a");
        assertThat(note.state().get()).isEqualTo(SaveState.SAVED);
    }

    @Test
    void anAnswerOlderThanMySaveTakesNothingBack() {
        note.look();
        note.become(new Note("newer", 0));
        note.saveNow();
        fx.arriveLast();
        assertThat(note.state().get()).isEqualTo(SaveState.SAVED);
        fx.arriveAll();
        assertThat(note.now().get().text()).isEqualTo("newer");
    }

    @Test
    void whatOthersSavedIsTakenOverWhileNothingIsTyped() {
        note.look();
        fx.arriveAll();
        desk.other("theirs");
        note.look();
        fx.arriveAll();
        assertThat(note.now().get().text()).isEqualTo("theirs");
        desk.other("theirs again");
        note.become(new Note("mine", 0));
        note.look();
        fx.arriveAll();
        assertThat(note.now().get().text()).isEqualTo("mine");
    }

    @Test
    void aHubThatIsAwayDoesNotMakeASavedThingUnsaved() {
        desk.away = true;
        note.look();
        fx.arriveAll();
        assertThat(note.state().get()).isEqualTo(SaveState.SAVED);
    }

    @Test
    void somethingOnceSavedWaitsForTheSaveAndNeverHappensAfterAConflict() {
        var done = new ArrayList<String>();
        note.onceSaved(() -> done.add("at once"));
        note.become(new Note("a", 0));
        note.onceSaved(() -> done.add("after the save"));
        assertThat(done).containsExactly("at once");
        fx.arriveAll();
        assertThat(done).containsExactly("at once", "after the save");
        conflict();
        note.onceSaved(() -> done.add("never"));
        note.personKeepsMine();
        fx.arriveAll();
        assertThat(done).containsExactly("at once", "after the save");
    }

    @Test
    void whatIsReleasedNeverChanges() {
        desk.other("released");
        note.look();
        fx.arriveAll();
        assertThat(note.state().get()).isEqualTo(SaveState.RELEASED);
        note.become(new Note("mine", 0));
        assertThat(note.now().get().text()).isEqualTo("released");
    }

    private void conflict() {
        desk.other("theirs");
        note.become(new Note("mine", 0));
        note.saveNow();
        fx.arriveAll();
        assertThat(note.state().get()).isEqualTo(SaveState.CONFLICT);
    }
}
