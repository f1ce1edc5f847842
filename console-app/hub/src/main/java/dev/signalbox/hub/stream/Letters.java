// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.store.ClearingRecords;
import dev.signalbox.hub.store.IndexRecords;
import dev.signalbox.hub.store.Spots.Spot;
import dev.signalbox.hub.store.StoredClearing;
import dev.signalbox.hub.store.StoredClearing.Asked;
import dev.signalbox.hub.store.StoredClearing.Span;
import dev.signalbox.hub.store.StoredClearing.Tally;
import dev.signalbox.hub.store.StoredPlace;
import dev.signalbox.hub.store.StreamIndex;
import dev.signalbox.operator.stream.ClearingView;
import dev.signalbox.operator.stream.DeadLetters;
import dev.signalbox.operator.stream.DeadLetters.ReasonCount;
import dev.signalbox.operator.stream.NewClearing;
import dev.signalbox.protocol.codec.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The dead letters: how many there are, and how they leave. The thread that sorts messages does that, some at a time.
/// All methods may be called on any thread and wait for the disk.
public final class Letters {
    private static final Logger LOG = LoggerFactory.getLogger("hub");
    /// Places that are read at once.
    private static final int AT_ONCE = 200;
    /// So many letters are counted by reason while somebody looks.
    private static final long MOST_COUNTED = 100_000;

    private final StreamIndex index;
    private final Clock clock;
    private final Runnable wake;

    /// @param wake has the sorting begin
    Letters(StreamIndex index, Clock clock, Runnable wake) {
        this.index = index;
        this.clock = clock;
        this.wake = wake;
    }

    /// By reason, and how far the last clearing has come.
    public DeadLetters list() {
        return index.read(records -> {
            Map<String, Long> reasons = count(records, MOST_COUNTED);
            long counted = reasons.values().stream().mapToLong(Long::longValue).sum();
            return new DeadLetters(
                    reasons.entrySet().stream()
                            .map(one -> new ReasonCount(one.getKey(), one.getValue()))
                            .toList(),
                    counted < records.places().deadLetters(),
                    records.clearings().find().map(Letters::view));
        });
    }

    /// Has dead letters leave, from now on. Throws ProblemException while others do, or where none are meant.
    ///
    /// @param by the operator who asks for it
    public ClearingView clear(NewClearing wanted, String by) {
        check(wanted);
        // beforehand, for it may take a while, and nothing is sorted meanwhile
        long letters = wanted.keys().isEmpty()
                ? count(wanted.reason())
                : wanted.keys().stream().distinct().count();
        StoredClearing begun = index.commit(records -> begin(records, wanted, new Asked(clock.millis(), by), letters));
        LOG.info(
                "{} asked for: {} of {} dead letters.",
                by,
                wanted.way(),
                begun.tally().letters());
        wake.run();
        return view(begun);
    }

    private static void check(NewClearing wanted) {
        boolean one = wanted.keys().isEmpty() == Reason.isKnown(wanted.reason());
        boolean few = wanted.keys().size() <= NewClearing.MOST_KEYS;
        if (!one || !few || wanted.keys().stream().anyMatch(key -> key < 0)) {
            throw new ProblemException(StreamProblems.badClearing(NewClearing.MOST_KEYS));
        }
    }

    private long count(String reason) {
        return index.read(records -> count(records, Long.MAX_VALUE)).getOrDefault(reason, 0L);
    }

    private static StoredClearing begin(IndexRecords records, NewClearing wanted, Asked asked, long letters) {
        ClearingRecords clearings = records.clearings();
        if (clearings.find().filter(StoredClearing::isRunning).isPresent()) {
            throw new ProblemException(StreamProblems.clearingRuns());
        }
        List<Long> keys = wanted.keys().stream().distinct().sorted().toList();
        var begun = new StoredClearing(
                new NewClearing(wanted.way(), wanted.reason(), keys),
                asked,
                new Span(0, records.places().nextKey(Channel.DEAD_LETTERS)),
                new Tally(letters, 0, 0));
        clearings.put(begun);
        return begun;
    }

    private static Map<String, Long> count(IndexRecords records, long most) {
        var reasons = new TreeMap<String, Long>();
        long counted = 0;
        long next = 0;
        List<StoredPlace> places = records.places().from(Channel.DEAD_LETTERS, next, AT_ONCE);
        while (!places.isEmpty() && counted < most) {
            for (StoredPlace place : places) {
                for (Spot letter : place.spots().all()) {
                    reasons.merge(Letter.reason(letter.added()), 1L, Long::sum);
                    counted++;
                }
            }
            next = places.getLast().endKey();
            places = records.places().from(Channel.DEAD_LETTERS, next, AT_ONCE);
        }
        return reasons;
    }

    private static ClearingView view(StoredClearing clearing) {
        return new ClearingView(
                clearing.wanted().way(),
                clearing.wanted().reason(),
                clearing.tally().letters(),
                clearing.tally().done(),
                clearing.tally().stayed(),
                Instant.ofEpochMilli(clearing.asked().at()),
                clearing.asked().by(),
                clearing.isRunning());
    }
}
