// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.store.AssemblyRecords;
import dev.signalbox.hub.store.AssemblyRecords.Assembly;
import dev.signalbox.hub.store.AssemblyRecords.AssemblyKey;
import dev.signalbox.hub.store.AssemblyRecords.Part;
import dev.signalbox.hub.store.LogPlace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Messages that come in chunks, until they are whole.
final class Chunks {
    private static final int MOST_PARTS = 10_000;
    private static final long MOST_BYTES = 256L << 20;
    private static final long LONGEST_MILLIS = Duration.ofDays(7).toMillis();

    private final AssemblyRecords records;
    /// None that is not whole was begun before.
    private long firstBegun;

    Chunks(AssemblyRecords records) {
        this.records = records;
        this.firstBegun = records.firstBegun().orElse(Long.MAX_VALUE);
    }

    /// Those that a message belongs to are told apart by the batch it gave, because one that the hub fills in may
    /// change from chunk to chunk.
    private static AssemblyKey key(Incoming message) {
        return new AssemblyKey(
                message.channel().number(),
                message.device(),
                message.ids().batch(),
                message.ids().message());
    }

    Optional<Assembly> open(Incoming message) {
        return message.ids().message().isEmpty() ? Optional.empty() : records.open(key(message));
    }

    /// Whether the rest of its message was given up already: then what comes late is not the whole of anything.
    boolean isTooLate(Incoming chunk) {
        return open(chunk).isEmpty() && records.wasGivenUp(key(chunk));
    }

    /// Adds a chunk; what comes of it is empty if there is one of its id.
    ///
    /// @param content where the messages of its frame begin
    /// @param file the uploaded file that is its payload, or empty
    Optional<Assembly> add(Incoming chunk, LogPlace content, String file) {
        Assembly to = open(chunk).orElseGet(() -> begin(chunk));
        var raw = chunk.raw();
        var at = new LogPlace(content.segment(), content.bytes() + raw.offset());
        if (!records.add(to, new Part(chunk.ids().chunk(), at, raw.length(), raw.sum(), file))) {
            return Optional.empty();
        }
        var grown = new Assembly(to.id(), to.key(), to.begunAt(), to.parts() + 1, to.bytes() + raw.payloadLength());
        records.update(grown);
        return Optional.of(grown);
    }

    private Assembly begin(Incoming first) {
        long now = first.resent().notBefore(first.receivedAt());
        firstBegun = Math.min(firstBegun, now);
        return records.begin(key(first), now);
    }

    static boolean isTooLarge(Assembly assembly) {
        return assembly.parts() >= MOST_PARTS || assembly.bytes() >= MOST_BYTES;
    }

    void finish(Assembly whole, long channel, long key) {
        records.finish(whole, channel, key);
    }

    /// Waits again for the rest of what was given up under a key of the dead letters, from a time on. False if another
    /// of its id is waited for, or it has all that it may have.
    boolean reopen(long key, long at) {
        Optional<Assembly> given = records.under(Channel.DEAD_LETTERS, key)
                .filter(assembly -> !isTooLarge(assembly))
                .filter(assembly -> records.open(assembly.key()).isEmpty());
        given.ifPresent(assembly -> records.reopen(assembly, at));
        firstBegun = Math.min(firstBegun, at);
        return given.isPresent();
    }

    Part first(Assembly of) {
        return records.parts(of, 0, 1).getFirst();
    }

    /// Those that were begun so long before a time that no more is waited for.
    List<Assembly> overdue(long time) {
        long before = time - LONGEST_MILLIS;
        if (firstBegun >= before) {
            return List.of();
        }
        List<Assembly> overdue = records.begunBefore(before);
        firstBegun = overdue.isEmpty() ? records.firstBegun().orElse(Long.MAX_VALUE) : firstBegun;
        return overdue;
    }
}
