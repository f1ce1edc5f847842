// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.store.IndexRecords;
import dev.signalbox.hub.store.PlaceRecords;
import dev.signalbox.hub.store.StoredPlace;
import dev.signalbox.hub.store.StreamIndex;
import dev.signalbox.hub.store.StreamRecords.StoredStream;
import dev.signalbox.protocol.report.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// Forgets messages when their stream keeps them no longer, and files of the log when nothing refers to them. What
/// fails is told and keeps nothing else from its turn; it is tried again the next time.
final class Retention {
    /// Places that are forgotten at once, so that sorting need not wait long.
    private static final int AT_ONCE = 200;

    private final SortedLog.Sources from;
    private final StreamIndex index;
    private final BelievedTime time;
    private final FileSweep files;
    private final Consumer<Problem> problems;

    Retention(SortedLog.Sources from, StreamIndex index, BelievedTime time, FileSweep files) {
        this.from = from;
        this.index = index;
        this.time = time;
        this.files = files;
        this.problems = from.problems();
    }

    /// Returns how many files of the log were removed.
    ///
    /// @param usual how long messages are kept where a stream does not say it
    synchronized int forget(Duration usual) {
        try {
            return forgetAll(usual);
        } catch (RuntimeException refused) {
            tell("some", refused);
            return 0;
        }
    }

    private int forgetAll(Duration usual) {
        Collection<Long> deleted =
                from.registry().read(records -> records.streams().deleted());
        Map<Long, Long> hours = hours();
        Instant now = time.look();
        for (long channel : index.read(records -> records.places().heads()).keySet()) {
            // of a stream that is made just now neither is known
            long keep = hours.getOrDefault(channel, 0L);
            Instant since = now.minus(keep == 0 ? usual : Duration.ofHours(keep));
            var kept = new Kept(deleted.contains(channel) ? Long.MAX_VALUE : since.toEpochMilli(), now.toEpochMilli());
            apart("those of stream " + channel, () -> forget(channel, kept));
        }
        apart("senders", () -> forgetSenders(deleted));
        apart("uploaded files", files::sweep);
        int sorted = index.read(IndexRecords::followed).segment();
        return from.log().forget(segment -> segment < sorted && !index.read(records -> records.refersTo(segment)), now);
    }

    private void apart(String what, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException refused) {
            tell(what, refused);
        }
    }

    private void tell(String what, RuntimeException refused) {
        problems.accept(StreamProblems.notForgotten(what, String.valueOf(refused.getMessage())));
    }

    private void forgetSenders(Collection<Long> channels) {
        index.commit(records -> {
            records.senders().forget(channels);
            return channels;
        });
    }

    private Map<Long, Long> hours() {
        var hours = new HashMap<Long, Long>();
        for (StoredStream stream :
                from.registry().read(records -> records.streams().all())) {
            hours.put(stream.number(), stream.rules().retentionHours());
        }
        return hours;
    }

    /// When what is kept was received, in ms since 1970.
    private record Kept(long since, long until) {}

    private void forget(long channel, Kept kept) {
        boolean more = true;
        while (more) {
            long before = index.read(records -> firstKept(records.places(), channel, kept));
            more = index.commit(records -> records.forget(channel, before, AT_ONCE)) > 0;
        }
    }

    /// What a clock that was ahead dated later than now is older than what came after it.
    private static long firstKept(PlaceRecords places, long channel, Kept kept) {
        long first = places.firstSince(channel, kept.since, AT_ONCE);
        return places.firstUntil(channel, first, kept.until)
                .filter(place -> place.received().last() < kept.since)
                .map(StoredPlace::firstKey)
                .orElse(first);
    }

    /// Deletes uploaded files that nobody needs any more, and sees how long the hub has run.
    synchronized void tidy() {
        apart("time", time::look);
        apart("uploaded files", files::sweep);
    }

    /// Keeps how long the hub has run.
    void rest() {
        apart("time", time::look);
    }
}
