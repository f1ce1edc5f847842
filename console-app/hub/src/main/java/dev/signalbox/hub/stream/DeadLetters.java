// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.store.AssemblyRecords.Assembly;
import dev.signalbox.hub.store.AssemblyRecords.Part;
import dev.signalbox.hub.store.FileUseRecords;
import dev.signalbox.hub.store.LogPlace;
import dev.signalbox.hub.store.log.RawMessages;
import dev.signalbox.hub.stream.PlaceBuilder.AloneMessage;
import dev.signalbox.protocol.codec.PropertyBags;
import java.nio.ByteBuffer;
import java.util.Map;

/// Keeps what could not be put where it wanted to go, and says why. For one round.
final class DeadLetters {
    private final Places places;
    private final Chunks chunks;
    private final FileUseRecords files;
    private final Counts counts;
    private RawMessages frame = new RawMessages(ByteBuffer.allocate(0));
    private LogPlace content = LogPlace.START;
    private Resent resent = Resent.NOT;
    private long many;

    DeadLetters(Places places, Chunks chunks, FileUseRecords files, Counts counts) {
        this.places = places;
        this.chunks = chunks;
        this.files = files;
        this.counts = counts;
    }

    /// @param messages those of the frame that comes next
    /// @param at where they begin
    void begin(RawMessages messages, LogPlace at, Resent how) {
        frame = messages;
        content = at;
        resent = how;
    }

    /// How many messages became dead letters; those that were begun and never whole do not count.
    long many() {
        return many;
    }

    /// @param channel of the stream that was named, or the dead letters'
    /// @param file that holds its payload, kept for as long as the letter is; empty for none
    void add(RawMessages message, long channel, Reason why, String file) {
        String reason = why.bag(resent.tries());
        String more = file.isEmpty() ? reason : reason + "&" + PropertyBags.write(Map.of(Additions.FILE, file));
        long key = places.add(Channel.DEAD_LETTERS, message, more);
        if (!file.isEmpty()) {
            files.add(file, Channel.DEAD_LETTERS, key);
        }
        many++;
        counts.dead(channel, message.payloadLength());
    }

    /// No more is waited for.
    ///
    /// @param at when that was decided, in ms since 1970; from then on it is kept as long as others
    void add(Assembly unfinished, long at) {
        Part first = chunks.first(unfinished);
        var message = new AloneMessage(first.at(), first.length(), first.sum(), at);
        String parts = PropertyBags.write(Map.of(Additions.PARTS, Integer.toString(unfinished.parts())));
        String added = Reason.ASSEMBLY_UNFINISHED.bag() + "&" + parts;
        long key = places.addAlone(Channel.DEAD_LETTERS, message, added, frame, content);
        chunks.finish(unfinished, Channel.DEAD_LETTERS, key);
        counts.dead(unfinished.key().channel(), unfinished.bytes());
    }
}
