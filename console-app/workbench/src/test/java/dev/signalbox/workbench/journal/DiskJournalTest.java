// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskJournalTest {
    private static final JournalKey HELLO = new JournalKey("service", "Hello", "0.1");
    private static final String HUB = "a certificate";

    @TempDir
    Path folder;

    private DiskJournal journal;

    private record Note(String text, String etag) {}

    @AfterEach
    void close() {
        if (journal != null) {
            journal.close();
        }
    }

    @Test
    void whatWasKeptIsThereForTheNextConsole() {
        var kept = new Unsaved<>(new Note("mine", "e1"), List.of(new Note("min", "e1")));
        page().keep(kept);
        next();
        assertThat(journal.waiting("service")).containsExactly(HELLO);
        assertThat(journal.waiting("flow")).isEmpty();
        assertThat(page().found().unsaved()).contains(kept);
    }

    @Test
    void whatTheHubConfirmedIsGoneAndWhatWasTypedSinceIsNot() {
        var first = new Note("first", "e1");
        page().keep(new Unsaved<>(first, List.of()));
        page().settle();
        page().confirmed(first);
        assertThat(page().found().unsaved()).isEmpty();
        var second = new Unsaved<>(new Note("second", "e1"), List.of(first));
        page().keep(second);
        page().confirmed(first);
        assertThat(page().found().unsaved()).contains(second);
    }

    @Test
    void whatThePersonGaveUpIsGone() {
        page().keep(new Unsaved<>(new Note("mine", "e1"), List.of()));
        page().settle();
        page().forget();
        next();
        assertThat(journal.waiting("service")).isEmpty();
        assertThat(page().found()).isEqualTo(Found.nothing());
    }

    @Test
    void aFileThatIsSpoiledIsPutAsideWithASentence() throws IOException {
        page().keep(new Unsaved<>(new Note("mine", "e1"), List.of()));
        page().settle();
        Files.writeString(files().getFirst(), "{\"key\":");
        next();
        assertThat(journal.waiting("service")).isEmpty();
        Found<Note> found = page().found();
        assertThat(found.unsaved()).isEmpty();
        assertThat(found.trouble()).get().satisfies(why -> {
            assertThat(why.code()).isEqualTo("journal.spoiled");
            assertThat(why.what()).contains("Hello 0.1");
            assertThat(why.remedy()).contains("aside");
        });
        assertThat(page().found()).as("told once").isEqualTo(Found.nothing());
        assertThat(Files.readString(aside())).isEqualTo("{\"key\":");
    }

    @Test
    void whatIsForAServiceThatIsGoneCanBePutAside() throws IOException {
        page().keep(new Unsaved<>(new Note("mine", "e1"), List.of()));
        assertThat(page().putAside().remedy()).contains(aside().toString());
        assertThat(Files.readString(aside())).contains("mine");
        assertThat(page().found()).isEqualTo(Found.nothing());
    }

    @Test
    void nobodyElseMayReadIt() throws IOException {
        page().keep(new Unsaved<>(new Note("mine", "e1"), List.of()));
        page().settle();
        assertThat(permissions(files().getFirst())).isEqualTo("rw-------");
        assertThat(permissions(files().getFirst().getParent())).isEqualTo("rwx------");
    }

    @Test
    void namesThatDifferInCaseOrBeyondAnyFileNameHaveFilesOfTheirOwn() throws IOException {
        for (String name : List.of("boiler", "Boiler", "b".repeat(200), "b".repeat(199) + "/..")) {
            JournalEntry<Note> page = journal().entry(new JournalKey("flow", name, ""), Note.class);
            page.keep(new Unsaved<>(new Note(name, "e1"), List.of()));
            page.settle();
        }
        assertThat(files()).hasSize(4);
        assertThat(journal().waiting("flow")).hasSize(4);
    }

    @Test
    void anotherHubHasAJournalOfItsOwn() {
        page().keep(new Unsaved<>(new Note("mine", "e1"), List.of()));
        page().settle();
        try (var other = DiskJournal.in(folder, "another certificate")) {
            assertThat(other.waiting("service")).isEmpty();
        }
    }

    @Test
    void aSecondConsoleLeavesTheJournalToTheFirst() {
        page().keep(new Unsaved<>(new Note("mine", "e1"), List.of()));
        page().settle();
        try (var second = DiskJournal.in(folder, HUB)) {
            assertThat(second.waiting("service")).isEmpty();
            second.entry(HELLO, Note.class).forget();
        }
        assertThat(page().found().unsaved()).isPresent();
    }

    @Test
    void tooMuchIsNotKept() throws IOException {
        page().keep(new Unsaved<>(new Note("x".repeat(JournalFolder.MAX_BYTES), "e1"), List.of()));
        page().settle();
        assertThat(files()).isEmpty();
    }

    private DiskJournal journal() {
        if (journal == null) {
            journal = DiskJournal.in(folder, HUB);
        }
        return journal;
    }

    private JournalEntry<Note> page() {
        return journal().entry(HELLO, Note.class);
    }

    /// The console ends, and another is started.
    private void next() {
        journal.close();
        journal = DiskJournal.in(folder, HUB);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".json")
                            && !file.getParent().endsWith("aside"))
                    .toList();
        }
    }

    private Path aside() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.getParent().endsWith("aside") && Files.isRegularFile(file))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
