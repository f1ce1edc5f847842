// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.file.FileShelf;
import dev.signalbox.hub.store.IndexRecords;
import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.hub.store.StreamIndex;
import dev.signalbox.hub.store.StreamRecords.StoredStream;
import dev.signalbox.hub.store.log.MessageLog;
import dev.signalbox.hub.store.sqlite.SqliteStreamIndex;
import dev.signalbox.operator.stream.Concatenation;
import dev.signalbox.operator.stream.IdRule;
import dev.signalbox.operator.stream.StreamRules;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.stream.StreamName;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sorting is torn between any two steps of a round: by a disk that refuses, and by a power cut, as a copy of the files
/// shows it. In the end every message has the key that it has when nothing ever went wrong, and what was committed
/// before has not changed.
class SortingCrashTest {
    private static final int ROUNDS = Integer.getInteger("signalbox.rounds", 120);

    @TempDir
    Path temp;

    private final long seed = Long.getLong("signalbox.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private MessageLog log;
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    @BeforeEach
    void open() throws IOException {
        log = MessageLog.open(Files.createDirectory(temp.resolve("log")), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void howeverSortingIsTornEveryMessageGetsItsKeyOnce() throws IOException {
        List<Path> copies = new ArrayList<>();
        List<String> torn;
        Path file = Files.createDirectory(temp.resolve("torn")).resolve("streams.db");
        try (var index = new TornIndex(SqliteStreamIndex.open(file))) {
            for (int round = 0; round < ROUNDS; round++) {
                send(random.nextInt(6));
                List<String> before = round % 10 == 0 ? all(index) : List.of();
                tear(index, file, copies);
                if (!before.isEmpty()) {
                    assertThat(all(index)).as("signalbox.seed=" + seed).containsAll(before);
                }
            }
            torn = allInTheEnd(index);
        }
        try (var index = SqliteStreamIndex.open(temp.resolve("whole.db"))) {
            assertThat(torn).as("signalbox.seed=" + seed).containsExactlyElementsOf(allInTheEnd(index));
        }
        for (Path copy : copies) {
            try (var index = SqliteStreamIndex.open(copy)) {
                assertThat(torn).as("signalbox.seed=" + seed).containsExactlyElementsOf(allInTheEnd(index));
            }
        }
        assertThat(copies).isNotEmpty();
        assertThat(torn).hasSizeGreaterThan(ROUNDS);
    }

    /// One round that fails somewhere or not, and at times is copied somewhere.
    private void tear(TornIndex index, Path file, List<Path> copies) {
        boolean copied = random.nextInt(4) == 0;
        index.after(1 + random.nextInt(40), copied ? () -> copies.add(copy(file, copies.size())) : TornIndex::fail);
        try (var sorter = sorter(index)) {
            sorter.sort();
        } catch (ProblemException failed) {
            assertThat(failed.problem().code()).isEqualTo("store.full");
        }
        index.after(0, () -> {});
    }

    /// As a power cut leaves it: the end of what was being written may be missing.
    private Path copy(Path file, int number) {
        try {
            Path folder = Files.createDirectory(temp.resolve("copy-" + number));
            Path log = file.resolveSibling("streams.db-wal");
            Files.copy(file, folder.resolve("streams.db"));
            if (Files.exists(log)) {
                Files.copy(log, folder.resolve("streams.db-wal"));
                try (var wal =
                        new RandomAccessFile(folder.resolve("streams.db-wal").toFile(), "rw")) {
                    wal.setLength(Math.max(0, wal.length() - random.nextInt(20_000)));
                }
            }
            return folder.resolve("streams.db");
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private Sorter sorter(StreamIndex index) {
        var files = new UploadedFiles(FileShelf.in(temp, _ -> {}));
        var book = new StreamBook(List.of(
                new StoredStream(1, new StreamName("default", "default"), StreamRules.USUAL),
                new StoredStream(2, new StreamName("plant", "given"), rules(IdRule.GIVEN, "", IdRule.NONE, "")),
                new StoredStream(
                        3,
                        new StreamName("plant", "made"),
                        rules(IdRule.PATTERN, "{sequenceId}", IdRule.PATTERN, "{dateTime:dd}-{sequenceId}"))));
        return new Sorter(log, index, () -> book, new PayloadCheck(files));
    }

    private static StreamRules rules(IdRule messages, String pattern, IdRule batches, String batchPattern) {
        return new StreamRules(messages, pattern, batches, batchPattern, Concatenation.NONE, 0, true, "");
    }

    private void sortToTheEnd(StreamIndex index) {
        Sorter.begin(index, log.end());
        try (var sorter = sorter(index)) {
            while (index.read(IndexRecords::followed).isBefore(log.end())) {
                sorter.sort();
            }
        }
    }

    /// Each message with its channel, key, what it holds and what was added to it.
    private List<String> all(StreamIndex index) {
        var files = new UploadedFiles(FileShelf.in(temp, _ -> {}));
        var heads = new Heads(index.read(records -> records.places().heads()));
        var reader = new IndexReader(index, log, new PayloadParts(files), heads);
        var all = new ArrayList<String>();
        for (long channel = 0; channel <= 3; channel++) {
            for (var keyed :
                    reader.read(channel, 0, Integer.MAX_VALUE, Long.MAX_VALUE).messages()) {
                all.add(channel + " " + keyed.key() + " " + keyed.message().properties() + " " + Belt.text(keyed));
            }
        }
        return all;
    }

    /// As `all`, and the batches, which change as they go on.
    private List<String> allInTheEnd(StreamIndex index) {
        sortToTheEnd(index);
        var reader = new IndexReader(
                index, log, new PayloadParts(new UploadedFiles(FileShelf.in(temp, _ -> {}))), new Heads(Map.of()));
        var all = new ArrayList<>(all(index));
        for (long channel = 1; channel <= 3; channel++) {
            reader.batches(channel, Optional.empty(), "", 10_000).forEach(batch -> all.add(batch.toString()));
        }
        return all;
    }

    /// All kinds of messages, of few ids, so that there are repeats.
    private void send(int many) {
        for (int i = 0; i < many; i++) {
            var properties = new HashMap<String, String>();
            int kind = random.nextInt(8);
            if (kind >= 2) {
                properties.put("stream-group-name", kind == 7 ? "nobody" : "plant");
                properties.put("stream-name", kind < 5 ? "given" : "made");
            }
            if (kind == 3 || kind == 4) {
                properties.put("chunk-id", "c" + random.nextInt(5));
                properties.put("complete-message", Boolean.toString(random.nextInt(4) == 0));
            }
            if (kind >= 1 && kind < 5) {
                properties.put("message-id", "m" + random.nextInt(60));
            }
            properties.put("batch-id", random.nextInt(3) == 0 ? "b" + random.nextInt(4) : "");
            properties.put("complete-batch", Boolean.toString(random.nextInt(5) == 0));
            append(new DeviceId("pump-" + random.nextInt(3)), properties);
        }
    }

    private void append(DeviceId device, Map<String, String> properties) {
        now = now.plus(Duration.ofHours(random.nextInt(12)));
        var receipt = new Belt.Taken();
        byte[] payload = Integer.toString(random.nextInt()).getBytes(StandardCharsets.UTF_8);
        log.append(new StoredMessage(device, now, properties, payload), receipt);
        receipt.join();
    }
}
