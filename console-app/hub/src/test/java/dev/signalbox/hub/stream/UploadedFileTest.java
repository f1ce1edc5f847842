// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import static dev.signalbox.hub.stream.Belt.PUMP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.operator.node.FileView;
import dev.signalbox.operator.stream.ClearingWay;
import dev.signalbox.operator.stream.Concatenation;
import dev.signalbox.operator.stream.IdRule;
import dev.signalbox.operator.stream.NewClearing;
import dev.signalbox.operator.stream.StreamRules;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.testing.process.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/// How long uploaded files stay, and what their damage costs.
class UploadedFileTest extends OnShelf {
    @Test
    void aDamagedDescriptionCostsItsFileOnlyAndNoMessageThatHasIt() throws IOException {
        Path damaged = upload("other.bin", "other").resolveSibling("about.json");
        upload("large/1.bin", "right");
        uploadAgain("used.bin", "used");
        belt.send(PUMP, EXTERNALISED, LINK.replace("large/1.bin", "used.bin"));
        belt.awaitSorted();
        UUID named = shelf().list(new DeviceId(PUMP)).stream()
                .filter(file -> file.name().equals("used.bin"))
                .findFirst()
                .orElseThrow()
                .id();
        Path used = ofPump().resolve(named + "/about.json");
        Files.writeString(damaged, "{ no json");
        Files.writeString(used, "");
        assertThat(shelf().list(new DeviceId(PUMP))).extracting(FileView::name).containsExactly("large/1.bin");
        belt.send(PUMP, EXTERNALISED, LINK);
        assertThat(belt.texts(1)).containsExactly("used", "right");
        assertThat(belt.problems).extracting(Problem::code).containsExactly("file.damaged", "file.damaged");
        UUID id = UUID.fromString(damaged.getParent().getFileName().toString());
        assertThat(shelf().content(new DeviceId(PUMP), id)).hasContent("other");
        shelf().delete(new DeviceId(PUMP), id);
        assertThat(ofPump().resolve("damaged-" + id)).doesNotExist();
    }

    @Test
    void damageThatIsMetFirstWhenAMessageLooksForItsFileCostsNoOther() throws IOException {
        Files.writeString(upload("other.bin", "other").resolveSibling("about.json"), "{ no json");
        upload("large/1.bin", "right");
        belt.send(PUMP, EXTERNALISED, LINK);
        assertThat(belt.texts(1)).containsExactly("right");
        assertThat(belt.problems).extracting(Problem::code).containsExactly("file.damaged");
    }

    @Test
    void anUploadOfTheSameNameChangesNoMessageThatIsNotYetSorted() throws IOException {
        upload("large/1.bin", "first");
        belt.sorted.close();
        try (var behind = SortedLog.open(belt.sources)) {
            belt.send(PUMP, EXTERNALISED, LINK);
            uploadAgain("large/1.bin", "second", behind);
            uploadAgain("large/1.bin", "third", behind);
            behind.tidy();
            assertThat(shelf().list(new DeviceId(PUMP))).hasSize(3);
            behind.begin();
            assertThat(belt.texts(1, behind)).containsExactly("first");
            behind.tidy();
            assertThat(belt.texts(1, behind)).containsExactly("first");
            assertThat(shelf().list(new DeviceId(PUMP))).hasSize(2);
        }
    }

    @Test
    void aDeadLetterKeepsItsFileUntilItLeaves() throws IOException {
        var press = new HashMap<>(EXTERNALISED);
        press.put("stream-group-name", "plant");
        press.put("stream-name", "press");
        upload("large/1.bin", "first");
        belt.send(PUMP, press, LINK);
        belt.awaitSorted();
        uploadAgain("large/1.bin", "second");
        belt.sorted.tidy();
        assertThat(shelf().list(new DeviceId(PUMP))).hasSize(2);
        long there = belt.make("plant", "press", StreamRules.USUAL);
        clear(NewClearing.of(ClearingWay.SEND_AGAIN, "stream-not-known"));
        assertThat(belt.texts(there)).containsExactly("first");
        belt.sorted.tidy();
        assertThat(belt.texts(there)).containsExactly("first");
    }

    @Test
    void theFileOfALetterThatIsDiscardedIsDeleted() throws IOException {
        var nobody = new HashMap<>(EXTERNALISED);
        nobody.put("stream-name", "nobody");
        upload("large/1.bin", "first");
        belt.send(PUMP, nobody, LINK);
        belt.awaitSorted();
        clear(NewClearing.of(ClearingWay.DISCARD, "stream-not-known"));
        belt.sorted.tidy();
        assertThat(shelf().list(new DeviceId(PUMP))).isEmpty();
    }

    private void clear(NewClearing wanted) {
        belt.sorted.letters().clear(wanted, "ada");
        Await.until(
                "the clearing has ended",
                Duration.ofSeconds(20),
                () -> !belt.sorted.letters().list().clearing().orElseThrow().running());
    }

    @Test
    void aFileThatNobodyNeedsGivesWayAtOnce() throws IOException {
        upload("log.txt", "first");
        uploadAgain("log.txt", "second");
        assertThat(shelf().list(new DeviceId(PUMP))).hasSize(1);
    }

    @Test
    void whatWasSortedBeforeUsesWereEnteredKeepsItsFile() throws IOException {
        upload("large/1.bin", "first");
        belt.send(PUMP, Map.of(), "before");
        belt.send(PUMP, EXTERNALISED, LINK);
        assertThat(belt.texts(1)).containsExactly("before", "first");
        belt.close();
        var index = Jdbi.create("jdbc:sqlite:" + folder.resolve("streams.db"));
        index.useHandle(handle -> handle.execute("DELETE FROM file_use"));
        index.useHandle(handle -> handle.execute("UPDATE follow SET uses_entered = 0"));
        belt = new Belt(folder);
        uploadAgain("large/1.bin", "second");
        assertThat(belt.texts(1)).containsExactly("before", "first");
        belt.clock.set(Instant.parse("2026-03-20T12:00:00Z"));
        belt.sorted.forget(WEEK);
        assertThat(shelf().list(new DeviceId(PUMP))).hasSize(1);
    }

    @Test
    void aFileThatCannotBeDeletedIsToldOnceAndHoldsUpNoOther() throws IOException {
        Path entry = upload("large/1.bin", "first").getParent();
        upload("other.bin", "first");
        belt.sorted.close();
        try (var sorted = SortedLog.open(belt.sources)) {
            belt.send(PUMP, Map.of(), "not sorted");
            uploadAgain("large/1.bin", "second", sorted);
            uploadAgain("other.bin", "second", sorted);
            assertThat(shelf().list(new DeviceId(PUMP))).hasSize(4);
            Files.delete(entry.resolve("about.json"));
            Files.createDirectory(entry.resolve("about.json"));
            sorted.begin();
            belt.awaitSorted();
            sorted.tidy();
            sorted.tidy();
            assertThat(belt.problems).extracting(Problem::code).containsExactly("stream.not-forgotten");
            assertThat(entry).exists();
            assertThat(shelf().list(new DeviceId(PUMP))).hasSize(2);
            Files.delete(entry.resolve("about.json"));
            sorted.tidy();
            assertThat(entry).doesNotExist();
        }
    }

    @Test
    void aFileOfTwoMessagesGoesWithTheLastOfThem() throws IOException {
        var hours = new StreamRules(IdRule.FROM_KEY, "", IdRule.NONE, "", Concatenation.NONE, 24, true, "");
        long shortly = belt.make("plant", "shortly", hours);
        Path file = upload("large/1.bin", "both");
        var first = new HashMap<>(EXTERNALISED);
        first.put("stream-group-name", "plant");
        belt.send(PUMP, first, LINK);
        belt.send(PUMP, EXTERNALISED, LINK);
        belt.awaitSorted();
        belt.clock.set(Instant.parse("2026-03-03T12:00:00Z"));
        belt.sorted.forget(WEEK);
        assertThat(belt.texts(shortly)).isEmpty();
        assertThat(belt.texts(1)).containsExactly("both");
        belt.clock.set(Instant.parse("2026-03-20T12:00:00Z"));
        belt.sorted.forget(WEEK);
        assertThat(file).doesNotExist();
    }
}
