// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.file.FileShelf;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StreamIndex;
import dev.signalbox.hub.store.log.MessageLog;
import dev.signalbox.hub.store.sqlite.SqliteStreamIndex;
import dev.signalbox.protocol.report.Problem;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/// The log of messages, sorted into streams as it grows. Closing it ends the sorting; what the log still gets is sorted
/// at the next start.
public final class SortedLog implements AutoCloseable {
    private final StreamIndex index;
    private final Streams streams;
    private final StreamReader reader;
    private final Rates rates;
    private final Retention retention;
    private final Indexer indexer;

    /// What it stands on.
    ///
    /// @param folder where `streams.db` and the uploaded files are
    public record Sources(Path folder, MessageLog log, RegistryStore registry, Clock clock) {}

    private SortedLog(Sources from, StreamIndex index, Consumer<Problem> problems) {
        var files = new UploadedFiles(FileShelf.in(from.folder()));
        var heads = new Heads(index.read(records -> records.places().heads()));
        this.index = index;
        this.streams = new Streams(from.registry(), index, from.clock());
        this.reader = new IndexReader(index, from.log(), new PayloadParts(files), heads);
        this.rates = new Rates(System::nanoTime);
        this.retention = new Retention(from, index, files);
        var sorter = new Sorter(from.log(), index, streams::book, new PayloadCheck(files));
        this.indexer = new Indexer(sorter, index, new Indexer.News(heads, rates, problems));
    }

    /// Begins to sort. To be opened before the log gets anything. Throws ProblemException where the index cannot be
    /// used.
    ///
    /// @param problems hears what goes wrong meanwhile, and must not wait
    public static SortedLog open(Sources from, Consumer<Problem> problems) {
        StreamIndex index = SqliteStreamIndex.open(from.folder().resolve("streams.db"));
        try {
            Sorter.begin(index, from.log().end());
            var sorted = new SortedLog(from, index, problems);
            from.log().watch(sorted.indexer::wake);
            sorted.indexer.begin();
            return sorted;
        } catch (RuntimeException unusable) {
            index.close();
            throw unusable;
        }
    }

    public Streams streams() {
        return streams;
    }

    public StreamReader reader() {
        return reader;
    }

    public Rates rates() {
        return rates;
    }

    /// Forgets what streams keep no longer. Returns how many files of the log were removed. Waits for the disk.
    ///
    /// @param usual how long messages are kept where a stream does not say it
    public int forget(Duration usual) {
        return retention.forget(usual);
    }

    @Override
    public void close() {
        indexer.close();
        index.close();
    }
}
