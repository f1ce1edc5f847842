// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import static dev.signalbox.hub.stream.Belt.PUMP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.file.FileShelf;
import dev.signalbox.hub.store.sqlite.SqliteStreamIndex;
import dev.signalbox.hub.stream.StreamReader.Keyed;
import dev.signalbox.operator.stream.Concatenation;
import dev.signalbox.operator.stream.IdRule;
import dev.signalbox.operator.stream.StreamRules;
import dev.signalbox.protocol.report.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetentionTest extends OnBelt {
    private static final Duration WEEK = Duration.ofDays(7);

    @Test
    void eachStreamForgetsInItsTimeAndTheLogKeepsWhatAnyNeeds() throws IOException {
        long shortly = belt.make("plant", "shortly", keeping(24));
        long longer = belt.make("plant", "longer", keeping(24 * 30));
        for (int day = 1; day <= 3; day++) {
            belt.clock.set(Instant.parse("2026-03-0" + day + "T12:00:00Z"));
            belt.send(PUMP, Map.of("stream-group-name", "plant", "stream-name", "shortly"), "s" + day);
            if (day == 2) {
                belt.send(PUMP, Map.of("stream-group-name", "plant", "stream-name", "longer"), "l");
            }
        }
        belt.awaitSorted();
        assertThat(belt.sorted.forget(WEEK)).isEqualTo(1);
        assertThat(belt.all(shortly)).extracting(Keyed::key).containsExactly(1L, 2L);
        belt.clock.set(Instant.parse("2026-03-20T12:00:00Z"));
        assertThat(belt.sorted.forget(WEEK)).isZero();
        assertThat(belt.texts(shortly)).isEmpty();
        assertThat(belt.texts(longer)).containsExactly("l");
        assertThat(logFiles()).isEqualTo(2);
        belt.clock.set(Instant.parse("2026-05-20T12:00:00Z"));
        assertThat(belt.sorted.forget(WEEK)).isEqualTo(1);
        belt.send(PUMP, Map.of("stream-group-name", "plant", "stream-name", "shortly"), "s4");
        assertThat(belt.all(shortly)).extracting(Keyed::key).containsExactly(3L);
        assertThat(belt.sorted.streams().get(shortly).oldestKey()).isEqualTo(3);
    }

    @Test
    void chunksAreKeptAsLongAsTheirMessage() {
        belt.send(PUMP, Map.of("message-id", "m", "chunk-id", "1"), "a");
        belt.clock.set(Instant.parse("2026-03-06T12:00:00Z"));
        belt.send(PUMP, Map.of("message-id", "m", "chunk-id", "2", "complete-message", "true"), "b");
        belt.clock.set(Instant.parse("2026-03-12T12:00:00Z"));
        belt.send(PUMP, Map.of(), "c");
        belt.awaitSorted();
        assertThat(belt.sorted.forget(WEEK)).isZero();
        assertThat(belt.texts(1)).containsExactly("ab", "c");
        belt.clock.set(Instant.parse("2026-03-14T12:00:00Z"));
        assertThat(belt.sorted.forget(WEEK)).isEqualTo(2);
        assertThat(belt.texts(1)).containsExactly("c");
    }

    @Test
    void anIdMayComeAgainOnceItsMessageIsForgotten() {
        var first = new HashMap<>(Map.of("message-id", "1"));
        belt.send(PUMP, first, "a");
        belt.send(PUMP, first, "b");
        belt.clock.set(Instant.parse("2026-03-20T12:00:00Z"));
        belt.awaitSorted();
        belt.sorted.forget(WEEK);
        belt.send(PUMP, first, "c");
        assertThat(belt.texts(1)).containsExactly("c");
    }

    @Test
    void aDeletedStreamsMessagesGoAndNobodyElses() {
        long gone = belt.make("plant", "gone", StreamRules.USUAL);
        belt.send(PUMP, Map.of("stream-group-name", "plant", "batch-id", "b"), "gone");
        belt.send(PUMP, Map.of(), "stays");
        belt.awaitSorted();
        belt.sorted.streams().delete(gone);
        belt.sorted.forget(WEEK);
        assertThat(belt.texts(gone)).isEmpty();
        assertThat(belt.texts(1)).containsExactly("stays");
    }

    @Test
    void whatFailsIsToldAndHoldsUpNoOtherStream() {
        long other = belt.make("plant", "other", keeping(24));
        belt.send(PUMP, Map.of(), "first");
        belt.send(PUMP, Map.of("stream-group-name", "plant"), "second");
        belt.awaitSorted();
        belt.clock.set(Instant.parse("2026-03-20T12:00:00Z"));
        try (var index = new TornIndex(SqliteStreamIndex.open(folder.resolve("streams.db")))) {
            var time = new BelievedTime(index, belt.clock, () -> 0);
            var files = new UploadedFiles(FileShelf.in(folder, belt.problems::add));
            var sweep = new FileSweep(belt.log, index, files, belt.problems::add);
            var retention = new Retention(belt.sources, index, time, sweep);
            // the time is the first call, what stream 1 forgets the second
            index.after(2, TornIndex::fail);
            retention.forget(WEEK);
            assertThat(belt.texts(1)).containsExactly("first");
            assertThat(belt.texts(other)).isEmpty();
            assertThat(belt.problems).extracting(Problem::code).containsExactly("stream.not-forgotten");
            retention.forget(WEEK);
            assertThat(belt.texts(1)).isEmpty();
        }
    }

    private long logFiles() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log")).count();
        }
    }

    private static StreamRules keeping(long hours) {
        return new StreamRules(IdRule.FROM_KEY, "", IdRule.NONE, "", Concatenation.NONE, hours, true, "");
    }
}
