// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.hub.file.FileShelf;
import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.hub.store.StreamRecords.StoredStream;
import dev.signalbox.hub.store.log.MessageLog;
import dev.signalbox.hub.store.sqlite.SqliteRegistry;
import dev.signalbox.hub.store.sqlite.SqliteStreamIndex;
import dev.signalbox.operator.stream.StreamRules;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.stream.StreamName;
import dev.signalbox.testing.process.Await;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexerTest {
    private static final DeviceId PUMP = new DeviceId("pump-1");

    @TempDir
    Path folder;

    private final List<Problem> problems = new CopyOnWriteArrayList<>();

    @Test
    void aDiskThatRefusesForAWhileIsSaidOnceAndHoldsUpNoIntake() {
        try (var log = MessageLog.open(folder, Clock.systemUTC());
                var index = new TornIndex(SqliteStreamIndex.open(folder.resolve("streams.db")))) {
            var heads = new Heads(Map.of());
            index.after(1, () -> failTwice(index));
            try (var indexer = indexer(log, index, heads)) {
                log.watch(indexer::wake);
                indexer.begin();
                for (int i = 0; i < 3; i++) {
                    var receipt = new Belt.Taken();
                    log.append(new StoredMessage(PUMP, Instant.now(), Map.of(), new byte[] {1}), receipt);
                    receipt.join();
                }
                Await.until("all is sorted", Duration.ofSeconds(90), () -> heads.next(Channel.DEFAULT) == 3);
            }
        }
        assertThat(problems).extracting(Problem::code).containsExactly("store.full");
    }

    @Test
    void nothingIsSortedBeforeItBegins() {
        try (var registry = SqliteRegistry.open(folder.resolve("registry.db"));
                var log = MessageLog.open(folder, Clock.systemUTC());
                var sorted = SortedLog.open(
                        new SortedLog.Sources(folder, log, registry, Clock.systemUTC(), problems::add))) {
            var receipt = new Belt.Taken();
            log.append(new StoredMessage(PUMP, Instant.now(), Map.of(), new byte[] {1}), receipt);
            receipt.join();
            assertThat(sorted.reader().nextKey(1)).isZero();
            var _ = sorted.begin();
            Await.until(
                    "it is sorted",
                    Duration.ofSeconds(20),
                    () -> sorted.reader().nextKey(1) == 1);
        }
    }

    private static void failTwice(TornIndex index) {
        index.after(1, TornIndex::fail);
        TornIndex.fail();
    }

    private Indexer indexer(MessageLog log, TornIndex index, Heads heads) {
        var book =
                new StreamBook(List.of(new StoredStream(1, new StreamName("default", "default"), StreamRules.USUAL)));
        var payloads = new PayloadCheck(new UploadedFiles(FileShelf.in(folder, _ -> {})));
        var sorter = new Sorter(log, index, () -> book, payloads);
        return new Indexer(sorter, index, new Indexer.News(heads, new Rates(System::nanoTime), problems::add));
    }
}
