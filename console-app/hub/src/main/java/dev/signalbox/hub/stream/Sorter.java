// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.store.IndexRecords;
import dev.signalbox.hub.store.LogPlace;
import dev.signalbox.hub.store.StreamIndex;
import dev.signalbox.hub.store.log.LogFollower;
import dev.signalbox.hub.store.log.LogFrame;
import dev.signalbox.hub.store.log.LogPieces;
import dev.signalbox.hub.store.log.MessageLog;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sorts the log into channels, round by round. What a round decides and how far it came is written in one transaction,
/// so that nothing is decided twice and nothing left out, whenever it is torn. For one thread.
final class Sorter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("hub");
    private static final int MOST_MESSAGES = 50_000;
    private static final long MOST_BYTES = 8L << 20;

    private final StreamIndex index;
    private final MessageLog whole;
    private final LogFollower log;
    private final Supplier<StreamBook> books;
    private final PayloadCheck payloads;

    Sorter(MessageLog log, StreamIndex index, Supplier<StreamBook> books, PayloadCheck payloads) {
        this.index = index;
        this.whole = log;
        this.log = log.follow();
        this.books = books;
        this.payloads = payloads;
    }

    /// What came of a round.
    ///
    /// @param heads the keys that come next in the channels that got messages
    /// @param damaged bytes of the log that cannot be read
    /// @param full whether there may be more to do
    record Round(Map<Long, Long> heads, Map<Long, Counts.Count> counts, long damaged, boolean full) {}

    /// A log that is shorter than what was sorted of it was restored from a copy: what is appended to it is new.
    ///
    /// @param end up to where the log is durable
    static void begin(StreamIndex index, LogPlace end) {
        LogPlace followed = index.read(IndexRecords::followed);
        if (end.isBefore(followed)) {
            LOG.warn("The log of messages ends at {}, before {}, up to where it was sorted.", end, followed);
            index.commit(records -> {
                records.setFollowed(end);
                return end;
            });
        }
    }

    /// Sorts what is durable and not yet sorted, up to a bound. Throws when nothing of it was.
    Round sort() {
        return index.commit(records -> new Sum(records).run());
    }

    @Override
    public void close() {
        log.close();
    }

    /// One round.
    private final class Sum {
        private final IndexRecords records;
        private final Sorting sorting;
        private LogPlace at;
        private long messages;
        private long bytes;
        private long damaged;

        Sum(IndexRecords records) {
            this.records = records;
            this.sorting = new Sorting(records, books.get(), payloads);
            this.at = records.followed();
        }

        Round run() {
            Optional<LogFrame> next = log.next(at);
            boolean any = next.isPresent();
            while (next.isPresent()) {
                take(next.get());
                next = isFull() ? Optional.empty() : log.next(at);
            }
            boolean more = clear();
            Map<Long, Long> heads = sorting.write();
            if (any) {
                records.setFollowed(at);
            }
            return new Round(heads, sorting.counts(), damaged, more || isFull());
        }

        /// True if there is more to clear.
        private boolean clear() {
            try (LogPieces pieces = whole.pieces()) {
                return new Clearing(records, sorting, new LetterReading(pieces)).goOn();
            }
        }

        private void take(LogFrame frame) {
            long length = frame.end().bytes() - frame.start().bytes();
            if (frame.messages().isPresent()) {
                messages += sorting.frame(frame.messages().get(), frame.content());
            } else {
                damaged += length;
            }
            bytes += length;
            at = frame.end();
        }

        private boolean isFull() {
            return messages >= MOST_MESSAGES || bytes >= MOST_BYTES;
        }
    }
}
