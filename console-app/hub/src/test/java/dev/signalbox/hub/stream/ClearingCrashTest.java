// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.file.FileShelf;
import dev.signalbox.hub.store.IndexRecords;
import dev.signalbox.hub.store.StoredClearing;
import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.hub.store.StreamIndex;
import dev.signalbox.hub.store.StreamRecords.StoredStream;
import dev.signalbox.hub.store.log.MessageLog;
import dev.signalbox.hub.store.sqlite.SqliteStreamIndex;
import dev.signalbox.operator.stream.ClearingWay;
import dev.signalbox.operator.stream.NewClearing;
import dev.signalbox.operator.stream.StreamRules;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.stream.StreamName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sending again is torn between any two steps of a round, and by power cuts. In the end every letter is where it is
/// when nothing ever went wrong: none is lost, none is there twice.
class ClearingCrashTest {
    private static final int LETTERS = 250;
    private static final StoredStream USUAL =
            new StoredStream(1, new StreamName("default", "default"), StreamRules.USUAL);
    private static final StoredStream MENDED = new StoredStream(2, new StreamName("plant", "press"), StreamRules.USUAL);

    @TempDir
    Path folder;

    private final long seed = Long.getLong("signalbox.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void howeverItIsTornEveryLetterIsInOnePlace() throws Exception {
        try (var log = MessageLog.open(Files.createDirectory(folder.resolve("log")), Clock.systemUTC())) {
            send(log);
            List<String> whole = cleared(log, folder.resolve("whole.db"), false);
            List<String> torn = cleared(log, folder.resolve("torn.db"), true);
            assertThat(whole).hasSize(LETTERS).doesNotHaveDuplicates();
            assertThat(torn).as("signalbox.seed=" + seed).containsExactlyElementsOf(whole);
        }
    }

    private List<String> cleared(MessageLog log, Path file, boolean torn) {
        try (var index = new TornIndex(SqliteStreamIndex.open(file))) {
            try (var sorter = sorter(log, index, new StreamBook(List.of(USUAL)))) {
                while (index.read(IndexRecords::followed).isBefore(log.end())) {
                    sorter.sort();
                }
            }
            new Letters(index, Clock.systemUTC(), () -> {})
                    .clear(NewClearing.of(ClearingWay.SEND_AGAIN, "stream-not-known"), "ada");
            while (isRunning(index)) {
                // each time a sorter of its own, as after a start
                try (var sorter = sorter(log, index, new StreamBook(List.of(USUAL, MENDED)))) {
                    index.after(torn ? 1 + random.nextInt(6000) : 0, TornIndex::fail);
                    sorter.sort();
                } catch (ProblemException failed) {
                    assertThat(failed.problem().code()).isEqualTo("store.full");
                }
                index.after(0, () -> {});
            }
            return all(log, index);
        }
    }

    private static boolean isRunning(StreamIndex index) {
        return index.read(records -> records.clearings().find())
                .filter(StoredClearing::isRunning)
                .isPresent();
    }

    private Sorter sorter(MessageLog log, StreamIndex index, StreamBook book) {
        return new Sorter(log, index, () -> book, new PayloadCheck(new UploadedFiles(FileShelf.in(folder, _ -> {}))));
    }

    /// Each message with where it is, what it holds and what was added to it.
    private List<String> all(MessageLog log, StreamIndex index) {
        var heads = new Heads(index.read(records -> records.places().heads()));
        var reader =
                new IndexReader(index, log, new PayloadParts(new UploadedFiles(FileShelf.in(folder, _ -> {}))), heads);
        var all = new ArrayList<String>();
        for (long channel = 0; channel <= 2; channel++) {
            for (var keyed :
                    reader.read(channel, 0, Integer.MAX_VALUE, Long.MAX_VALUE).messages()) {
                all.add(channel + " " + keyed.key() + " " + keyed.message().properties() + " " + Belt.text(keyed));
            }
        }
        return all;
    }

    /// Most of them find their stream later, with ids and batches; some never do.
    private void send(MessageLog log) {
        for (int i = 0; i < LETTERS; i++) {
            var receipt = new Belt.Taken();
            var properties = Map.of(
                    "stream-group-name",
                    "plant",
                    "stream-name",
                    random.nextInt(4) == 0 ? "nobody" : "press",
                    "message-id",
                    "m-" + i,
                    "batch-id",
                    "b-" + i / 10);
            byte[] payload = Integer.toString(i).getBytes(StandardCharsets.UTF_8);
            var device = new DeviceId("pump-" + i % 3);
            log.append(new StoredMessage(device, Instant.parse("2026-03-01T12:00:00Z"), properties, payload), receipt);
            receipt.join();
        }
    }
}
