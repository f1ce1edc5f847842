// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.store.PlaceRecords;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredPlace;
import dev.signalbox.hub.store.StreamIndex;
import dev.signalbox.hub.store.StreamRecords;
import dev.signalbox.hub.store.StreamRecords.StoredStream;
import dev.signalbox.operator.stream.NewStream;
import dev.signalbox.operator.stream.StreamRules;
import dev.signalbox.operator.stream.StreamView;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.stream.StreamName;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// The streams of a workspace: which there are, and their rules. A change is heard from the next message on that is
/// sorted. All methods may be called on any thread and wait for the disk.
public final class Streams {
    /// What the dead letters are called; no message can name it.
    public static final StreamName DEAD_LETTERS = new StreamName("", "dead-letters");

    private static final int MOST = 10_000;

    private final RegistryStore registry;
    private final StreamIndex index;
    private final Clock clock;
    private volatile StreamBook book;

    public Streams(RegistryStore registry, StreamIndex index, Clock clock) {
        this.registry = registry;
        this.index = index;
        this.clock = clock;
        this.book = registry.read(Streams::read);
    }

    private static StreamBook read(Records records) {
        return new StreamBook(records.streams().all());
    }

    StreamBook book() {
        return book;
    }

    /// By number; the dead letters first.
    public List<StreamView> list() {
        var streams = new ArrayList<>(List.of(deadLetters()));
        streams.addAll(registry.read(records -> records.streams().all()));
        return index.read(records ->
                streams.stream().map(stream -> view(stream, records.places())).toList());
    }

    public StreamView get(long number) {
        StoredStream stream = number == Channel.DEAD_LETTERS
                ? deadLetters()
                : registry.read(records -> known(records.streams(), number));
        return index.read(records -> view(stream, records.places()));
    }

    /// Makes a stream, and so its group. Throws ProblemException where the name is taken or a rule means nothing.
    public StreamView make(NewStream fresh) {
        if (fresh.name().group().isEmpty() || fresh.name().stream().isEmpty()) {
            throw new ProblemException(StreamProblems.badName());
        }
        RuleCheck.check(fresh.rules());
        return get(change(streams -> {
            List<StoredStream> all = streams.all();
            if (all.stream().anyMatch(stream -> stream.name().equals(fresh.name()))) {
                throw new ProblemException(StreamProblems.exists(fresh.name()));
            }
            if (all.size() >= MOST) {
                throw new ProblemException(StreamProblems.tooMany(MOST));
            }
            return streams.add(fresh.name(), fresh.rules().withEtag(etag()), clock.instant());
        }));
    }

    /// Sets the rules for all messages to come.
    ///
    /// @param rules with the etag of what was read, or none to replace whatever is there
    public StreamView setRules(long number, StreamRules rules) {
        RuleCheck.check(rules);
        return get(change(streams -> {
            String etag = known(streams, number).rules().etag();
            if (!rules.etag().isEmpty() && !rules.etag().equals(etag)) {
                throw new ProblemException(StreamProblems.changed(number));
            }
            streams.setRules(number, rules.withEtag(etag()));
            return number;
        }));
    }

    /// Deletes a stream; its messages go within the hour. What still comes for it becomes dead letters.
    public void delete(long number) {
        if (number == Channel.DEAD_LETTERS || number == Channel.DEFAULT) {
            throw new ProblemException(StreamProblems.lasting(number));
        }
        change(streams -> {
            known(streams, number);
            streams.delete(number, clock.instant());
            return number;
        });
    }

    private long change(Function<StreamRecords, Long> work) {
        return registry.commit(records -> new Changed(work.apply(records.streams()), read(records)), this::changed)
                .number();
    }

    private record Changed(long number, StreamBook book) {}

    private void changed(Changed to) {
        book = to.book();
    }

    private static StoredStream known(StreamRecords streams, long number) {
        return streams.find(number).orElseThrow(() -> new ProblemException(StreamProblems.notKnown(number)));
    }

    private static StoredStream deadLetters() {
        return new StoredStream(Channel.DEAD_LETTERS, DEAD_LETTERS, StreamRules.USUAL);
    }

    private static StreamView view(StoredStream stream, PlaceRecords places) {
        long number = stream.number();
        Optional<Instant> lastAt = places.newest(number, 1).stream()
                .map(StoredPlace::received)
                .map(received -> Instant.ofEpochMilli(received.last()))
                .findFirst();
        long oldest = places.firstSince(number, Long.MIN_VALUE, 1);
        long next = places.nextKey(number);
        long kept = number == Channel.DEAD_LETTERS ? places.deadLetters() : next - oldest;
        return new StreamView(number, stream.name(), stream.rules(), oldest, next, kept, lastAt);
    }

    private static String etag() {
        return UUID.randomUUID().toString();
    }
}
