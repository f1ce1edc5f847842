// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.stream;

import dev.signalbox.hub.store.BatchRecords;
import dev.signalbox.hub.store.BatchRecords.Batch;
import dev.signalbox.hub.store.BatchRecords.BatchKey;
import dev.signalbox.hub.store.SenderRecords;
import dev.signalbox.hub.store.SenderRecords.Progress;
import dev.signalbox.hub.store.SenderRecords.Sender;
import dev.signalbox.operator.stream.IdRule;
import java.util.Optional;
import java.util.OptionalLong;

/// The batches of each device, one of which is open at a time in a stream, and what its ids are counted by. A new batch
/// closes the former. One that was closed and comes again goes on, for refusing it would lose data.
final class Batches {
    private final BatchRecords records;
    private final SenderRecords senderRecords;
    private final Staged<Sender, Progress> senders;
    private final Staged<BatchKey, Batch> batches;

    Batches(BatchRecords records, SenderRecords senders) {
        this.records = records;
        this.senderRecords = senders;
        this.senders = new Staged<>(senders::find);
        this.batches = new Staged<>(records::find);
    }

    /// The batch that a message belongs to, `""` for none; empty if it must have one and has not. Changes nothing.
    Optional<String> of(Incoming message) {
        String given = message.ids().batch();
        if (!given.isEmpty() || message.channel().rules().batchIds() == IdRule.NONE) {
            return Optional.of(given);
        }
        return message.channel().batchPattern().map(pattern -> fill(message, pattern));
    }

    private String fill(Incoming message, Autofill pattern) {
        Progress progress = progress(message.sender());
        String same = message.fill(pattern, progress.nextBatch());
        boolean closes = !progress.batch().isEmpty() && !progress.batch().equals(same);
        return closes ? message.fill(pattern, progress.nextBatch() + 1) : same;
    }

    /// The next id for a message that has none.
    String nextMessageId(Incoming message, Autofill pattern) {
        Progress progress = progress(message.sender());
        senders.put(message.sender(), new Progress(progress.nextMessage() + 1, progress.nextBatch(), progress.batch()));
        return message.fill(pattern, progress.nextMessage());
    }

    /// A message of a batch got a key.
    ///
    /// @param bytes of its payload
    void took(Incoming message, String batch, long key, long bytes) {
        if (batch.isEmpty()) {
            return;
        }
        boolean late = isLate(message, batch);
        if (!late) {
            open(message, batch);
        }
        var id = new BatchKey(message.channel().number(), message.device(), batch);
        OptionalLong closed = late ? OptionalLong.of(message.receivedAt()) : OptionalLong.empty();
        Batch before = batches.get(id).orElseGet(() -> new Batch(id, message.receivedAt(), closed, key, key, 0, 0));
        batches.put(
                id,
                new Batch(
                        id,
                        before.openedAt(),
                        late ? before.closedAt() : OptionalLong.empty(),
                        before.firstKey(),
                        key,
                        before.messages() + 1,
                        before.bytes() + bytes));
    }

    /// A dead letter that is sent again says nothing of the batch that its device is at now.
    private boolean isLate(Incoming message, String batch) {
        String open = progress(message.sender()).batch();
        return message.resent().isAgain() && !open.isEmpty() && !open.equals(batch);
    }

    private void open(Incoming message, String batch) {
        if (!progress(message.sender()).batch().equals(batch)) {
            close(message, progress(message.sender()).batch());
            Progress now = progress(message.sender());
            senders.put(message.sender(), new Progress(now.nextMessage(), now.nextBatch(), batch));
        }
    }

    /// No more messages are to come to a batch.
    ///
    /// @param batch empty for the open one
    void complete(Incoming message, String batch) {
        close(message, batch.isEmpty() ? progress(message.sender()).batch() : batch);
    }

    private void close(Incoming message, String batch) {
        if (batch.isEmpty()) {
            return;
        }
        Progress progress = progress(message.sender());
        if (progress.batch().equals(batch)) {
            senders.put(message.sender(), new Progress(progress.nextMessage(), progress.nextBatch() + 1, ""));
        }
        var id = new BatchKey(message.channel().number(), message.device(), batch);
        batches.get(id)
                .filter(open -> open.closedAt().isEmpty())
                .ifPresent(open -> batches.put(id, closed(open, message.receivedAt())));
    }

    private static Batch closed(Batch open, long at) {
        return new Batch(
                open.key(),
                open.openedAt(),
                OptionalLong.of(at),
                open.firstKey(),
                open.lastKey(),
                open.messages(),
                open.bytes());
    }

    private Progress progress(Sender sender) {
        return senders.get(sender).orElse(Progress.NONE);
    }

    void write() {
        senderRecords.put(senders.changed());
        records.put(batches.changed().values());
    }
}
