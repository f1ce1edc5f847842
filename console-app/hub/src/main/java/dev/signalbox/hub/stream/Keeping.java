// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.store.AssemblyRecords.Assembly;
import dev.signalbox.hub.store.FileUseRecords;
import dev.signalbox.hub.store.IndexRecords;
import dev.signalbox.hub.store.LogPlace;
import dev.signalbox.hub.store.MessageIdRecords;
import dev.signalbox.hub.store.MessageIdRecords.MessageId;
import dev.signalbox.hub.store.log.RawMessages;
import dev.signalbox.operator.stream.IdRule;
import dev.signalbox.protocol.codec.PropertyBags;
import dev.signalbox.protocol.stream.StreamProperty;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Gives a message of a known stream its ids, batch and key, drops it as a repeat, adds it to the message of which it
/// is a chunk, or makes a dead letter of it. For one round.
final class Keeping {
    private final MessageIdRecords ids;
    private final FileUseRecords files;
    private final Batches batches;
    private final Chunks chunks;
    private final Places places;
    private final Counts counts;
    private final DeadLetters letters;
    private LogPlace content = LogPlace.START;

    Keeping(IndexRecords records, Places places, Counts counts) {
        this.ids = records.messageIds();
        this.files = records.files();
        this.batches = new Batches(records.batches(), records.senders());
        this.chunks = new Chunks(records.assemblies());
        this.places = places;
        this.counts = counts;
        this.letters = new DeadLetters(places, chunks, files, counts);
    }

    /// @param messages those of the frame that comes next
    /// @param at where they begin
    /// @param resent whether they are sorted anew
    void begin(RawMessages messages, LogPlace at, Resent resent) {
        letters.begin(messages, at, resent);
        places.begin(resent);
        content = at;
    }

    /// So many messages became dead letters in this round.
    long dead() {
        return letters.many();
    }

    /// Waits again for the rest of what is a dead letter; false if it stays one.
    boolean reopen(long key, long at) {
        return chunks.reopen(key, at);
    }

    /// A message with a payload.
    ///
    /// @param added what is to be remembered of its payload
    void keep(Incoming message, Map<String, String> added) {
        Optional<String> batch = batches.of(message);
        boolean isChunk = !message.ids().chunk().isEmpty()
                || (message.completes().message() && chunks.open(message).isPresent());
        String file = added.getOrDefault(Additions.FILE, "");
        if (batch.isEmpty()) {
            dead(message, Reason.BATCH_ID_MISSING, file);
        } else if (message.ids().message().isEmpty() && (isChunk || needsId(message))) {
            dead(message, Reason.MESSAGE_ID_MISSING, file);
        } else if (isChunk && message.resent().isAgain() && isRepeat(message, batch.get())) {
            dead(message, Reason.MESSAGE_COMPLETE, file);
        } else if (isRepeat(message, batch.get())) {
            counts.repeated(message.channel().number());
        } else if (isChunk && chunks.isTooLate(message)) {
            dead(message, Reason.ASSEMBLY_UNFINISHED, file);
        } else if (isChunk) {
            addChunk(message, batch.get(), file);
        } else {
            place(
                    message,
                    batch.get(),
                    new LinkedHashMap<>(added),
                    message.raw().payloadLength());
        }
    }

    private static boolean needsId(Incoming message) {
        return message.channel().rules().messageIds() == IdRule.GIVEN;
    }

    /// A message that brings no payload, and only completes.
    void complete(Incoming message) {
        if (message.completes().message()) {
            String batch = batches.of(message).orElse("");
            chunks.open(message).ifPresent(whole -> finishOnce(whole, message, batch));
        }
        if (message.completes().batch()) {
            batches.complete(message, message.ids().batch());
        }
    }

    private boolean isRepeat(Incoming message, String batch) {
        return id(message, batch).filter(ids::has).isPresent();
    }

    /// Empty if repeats of it are not to be known.
    private static Optional<MessageId> id(Incoming message, String batch) {
        String given = message.ids().message();
        return given.isEmpty() || !message.channel().rules().dropRepeats()
                ? Optional.empty()
                : Optional.of(new MessageId(message.channel().number(), message.device(), batch, given));
    }

    private void addChunk(Incoming chunk, String batch, String file) {
        Optional<Assembly> added = chunks.add(chunk, content, file);
        if (added.isEmpty()) {
            counts.repeated(chunk.channel().number());
        }
        Assembly now = added.or(() -> chunks.open(chunk)).orElseThrow();
        if (chunk.completes().message()) {
            finish(now, chunk, batch);
        } else if (Chunks.isTooLarge(now)) {
            letters.add(now, chunk.receivedAt());
        }
        if (chunk.completes().batch()) {
            batches.complete(chunk, batch);
        }
    }

    /// A whole message of its id may have come between its chunks.
    private void finishOnce(Assembly whole, Incoming last, String batch) {
        if (isRepeat(last, batch)) {
            letters.add(whole, last.receivedAt());
        } else {
            finish(whole, last, batch);
        }
    }

    private void finish(Assembly whole, Incoming last, String batch) {
        var added = new LinkedHashMap<String, String>();
        added.put(Additions.PARTS, Integer.toString(whole.parts()));
        chunks.finish(whole, last.channel().number(), place(last, batch, added, whole.bytes()));
    }

    private long place(Incoming message, String batch, Map<String, String> added, long bytes) {
        if (message.ids().batch().isEmpty() && !batch.isEmpty()) {
            added.put(StreamProperty.BATCH.wireName(), batch);
        }
        if (message.ids().message().isEmpty()) {
            message.channel()
                    .messagePattern()
                    .map(pattern -> batches.nextMessageId(message, pattern))
                    .ifPresent(made -> added.put(StreamProperty.MESSAGE.wireName(), made));
        }
        long channel = message.channel().number();
        long key = places.add(channel, message.raw(), PropertyBags.write(added));
        id(message, batch).ifPresent(id -> ids.add(id, key));
        Optional.ofNullable(added.get(Additions.FILE)).ifPresent(file -> files.add(file, channel, key));
        batches.took(message, batch, key, bytes);
        if (message.completes().batch()) {
            batches.complete(message, batch);
        }
        counts.taken(channel, bytes);
        return key;
    }

    /// Makes dead letters of what was begun so long before a time that no more is waited for.
    void giveUpOverdue(long time) {
        chunks.overdue(time).forEach(unfinished -> letters.add(unfinished, time));
    }

    /// @param file that holds its payload; empty for none
    void dead(Incoming message, Reason why, String file) {
        letters.add(message.raw(), message.channel().number(), why, file);
    }

    /// A message of which no stream is known.
    void stray(RawMessages message, String file) {
        letters.add(message, Channel.DEAD_LETTERS, Reason.STREAM_NOT_KNOWN, file);
    }

    void write() {
        batches.write();
    }
}
