// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.store.FileUseRecords;
import dev.signalbox.hub.store.IndexRecords;
import dev.signalbox.hub.store.LogPlace;
import dev.signalbox.hub.store.log.RawMessages;
import dev.signalbox.protocol.codec.PropertyBags;
import dev.signalbox.protocol.codec.StreamHeaders;
import dev.signalbox.protocol.stream.StreamHeader;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides where messages belong, in one round. All that it learns ends with the round, or is written with it.
final class Sorting {
    private static final Logger LOG = LoggerFactory.getLogger("hub");

    private final StreamBook book;
    private final PayloadCheck payloads;
    private final Keeping keeping;
    private final Places places;
    private final FileUseRecords files;
    private final Counts counts = new Counts();
    private Resent resent = Resent.NOT;
    private LogPlace frame = LogPlace.START;

    Sorting(IndexRecords records, StreamBook book, PayloadCheck payloads) {
        this.book = book;
        this.payloads = payloads;
        this.places = new Places(records.places());
        this.files = records.files();
        this.keeping = new Keeping(records, places, counts);
    }

    /// Sorts the messages of a frame and returns how many there were.
    ///
    /// @param content where they begin
    int frame(RawMessages messages, LogPlace content) {
        return frame(messages, content, Resent.NOT);
    }

    /// Sorts a dead letter anew, by the rules of now. Returns whether it stays one.
    ///
    /// @param letter alone
    /// @param at where it stands
    boolean again(RawMessages letter, LogPlace at, Resent how) {
        long before = keeping.dead();
        frame(letter, at, how);
        return keeping.dead() > before;
    }

    /// What was begun and is a dead letter is waited for again, from a time on. Returns whether it stays one.
    boolean reopen(long key, long at) {
        return !keeping.reopen(key, at);
    }

    private int frame(RawMessages messages, LogPlace content, Resent how) {
        int many = 0;
        resent = how;
        frame = content;
        keeping.begin(messages, content, how);
        while (next(messages)) {
            keeping.giveUpOverdue(messages.receivedAt());
            sort(messages);
            many++;
        }
        places.endFrame(messages, content);
        return many;
    }

    /// A frame whose sum is right has messages; one that has not must not hold up what follows it.
    private static boolean next(RawMessages messages) {
        try {
            return messages.next();
        } catch (IllegalStateException notWhatWeWrite) {
            LOG.error("A frame of the log cannot be read to its end", notWhatWeWrite);
            return false;
        }
    }

    private void sort(RawMessages message) {
        String bag = message.bag();
        if (book.isPlain() && !StreamWords.in(bag)) {
            places.add(Channel.DEFAULT, message, "");
            counts.plain(message.payloadLength());
        } else {
            identify(message, header(bag));
        }
    }

    private static Optional<StreamHeader> header(String bag) {
        try {
            return Optional.of(StreamHeaders.read(PropertyBags.read(bag)));
        } catch (IllegalArgumentException noName) {
            return Optional.empty();
        }
    }

    private void identify(RawMessages message, Optional<StreamHeader> header) {
        Optional<Channel> channel = header.flatMap(named -> book.find(named.stream()));
        if (header.isEmpty() || channel.isEmpty()) {
            String file = header.map(named -> payloads.file(message, named.form(), frame, files))
                    .orElse("");
            keeping.stray(message, file);
            return;
        }
        settle(new Incoming(message, message.device(), header.get(), channel.get(), resent));
    }

    private void settle(Incoming message) {
        if (!StreamWords.areIds(message.ids())) {
            keeping.dead(message, Reason.ID_MALFORMED, file(message));
        } else if (message.completes().only()) {
            keeping.complete(message);
        } else {
            PayloadCheck.Verdict payload = payloads.check(message, frame, files);
            payload.refusal()
                    .ifPresentOrElse(
                            why -> keeping.dead(message, why, ""), () -> keeping.keep(message, payload.added()));
        }
    }

    private String file(Incoming message) {
        return payloads.file(message.raw(), message.header().form(), frame, files);
    }

    /// Writes all that was learned, and returns the keys that come next in the channels that got messages.
    Map<Long, Long> write() {
        keeping.write();
        return places.write();
    }

    Map<Long, Counts.Count> counts() {
        return counts.all();
    }
}
