// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.file.FileShelf;
import dev.signalbox.hub.file.PayloadMessages;
import dev.signalbox.hub.store.IndexRecords;
import dev.signalbox.hub.store.LogPlace;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StreamIndex;
import dev.signalbox.hub.store.log.MessageLog;
import dev.signalbox.hub.store.sqlite.SqliteStreamIndex;
import dev.signalbox.protocol.report.Problem;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// The log of messages, sorted into streams as it grows. Closing it ends the sorting; what the log still gets is sorted
/// at the next start.
public final class SortedLog implements AutoCloseable {
    private final StreamIndex index;
    private final FileSweep sweep;
    private final Streams streams;
    private final Letters letters;
    private final StreamReader reader;
    private final Rates rates;
    private final Retention retention;
    private final Indexer indexer;

    /// What it stands on.
    ///
    /// @param folder where `streams.db` and the uploaded files are
    /// @param problems hears what goes wrong meanwhile, and must not wait
    public record Sources(
            Path folder, MessageLog log, RegistryStore registry, Clock clock, Consumer<Problem> problems) {}

    private SortedLog(Sources from, StreamIndex index, BelievedTime time) {
        var files = new UploadedFiles(FileShelf.in(from.folder(), from.problems()));
        var heads = new Heads(index.read(records -> records.places().heads()));
        this.index = index;
        this.sweep = new FileSweep(from.log(), index, files, from.problems());
        this.streams = new Streams(from.registry(), index, from.clock());
        this.reader = new IndexReader(index, from.log(), new PayloadParts(files), heads);
        this.rates = new Rates(System::nanoTime);
        this.retention = new Retention(from, index, time, sweep);
        var sorter = new Sorter(from.log(), index, streams::book, new PayloadCheck(files));
        this.indexer = new Indexer(sorter, index, new Indexer.News(heads, rates, from.problems()));
        this.letters = new Letters(index, from.clock(), indexer::wake);
    }

    /// Up to where the log was sorted, so it was durable up to there. Throws ProblemException where the index cannot be
    /// used.
    ///
    /// @param folder where `streams.db` is
    public static LogPlace sortedUpTo(Path folder) {
        try (var index = SqliteStreamIndex.open(folder.resolve("streams.db"))) {
            return index.read(IndexRecords::followed);
        }
    }

    /// To be opened before the log gets anything. Nothing is sorted before `begin`. Throws ProblemException where the
    /// index cannot be used.
    public static SortedLog open(Sources from) {
        return open(from, System::nanoTime);
    }

    /// @param nanos goes on while the hub runs, whatever happens to the clock
    static SortedLog open(Sources from, LongSupplier nanos) {
        StreamIndex index = SqliteStreamIndex.open(from.folder().resolve("streams.db"));
        try {
            Sorter.begin(index, from.log().end());
            EarlierUses.enter(index);
            var time = new BelievedTime(index, from.clock(), nanos);
            var sorted = new SortedLog(from, index, time);
            from.log().watch(sorted.indexer::wake);
            if (from.log().damaged() > 0) {
                from.problems().accept(StreamProblems.damaged(from.log().damaged()));
            }
            if (from.log().putAside() > 0) {
                from.problems().accept(StreamProblems.putAside(from.log().putAside()));
            }
            return sorted;
        } catch (RuntimeException unusable) {
            index.close();
            throw unusable;
        }
    }

    /// Begins to sort, once.
    public SortedLog begin() {
        indexer.begin();
        return this;
    }

    public Streams streams() {
        return streams;
    }

    public Letters letters() {
        return letters;
    }

    public StreamReader reader() {
        return reader;
    }

    public Rates rates() {
        return rates;
    }

    /// What uploads are to know of messages, and to tell.
    public PayloadMessages payloads() {
        return sweep;
    }

    /// Deletes uploaded files that nobody needs any more. To be called each minute. Waits for the disk.
    public void tidy() {
        retention.tidy();
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
        retention.rest();
        index.close();
    }
}
