// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.client;

import dev.signalbox.device.delivery.Packing;
import dev.signalbox.device.message.Handling;
import dev.signalbox.device.outbox.NewMessage;
import dev.signalbox.device.outbox.Outbox;
import dev.signalbox.device.outbox.Ticket;
import dev.signalbox.protocol.stream.MessageIds;
import dev.signalbox.protocol.stream.StreamHeader;
import dev.signalbox.protocol.stream.StreamHeader.Completes;
import dev.signalbox.protocol.stream.StreamHeader.Form;
import dev.signalbox.protocol.stream.StreamName;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/// Sends messages to one stream. Safe for use by many threads; those of one thread and priority stay in order.
///
/// Every method throws ProblemException when the message is not kept: it is too large, the outbox is full and may give
/// up nothing, or the disk does not take it.
public final class StreamSender {
    /// What senders of a client share.
    record Parts(Outbox outbox, Packing packing) {}

    /// Where a sender's messages go.
    record Target(StreamName stream, String site) {
        StreamHeader header(MessageIds ids, Completes completes) {
            return new StreamHeader(stream, site, ids, Form.PLAIN, completes);
        }
    }

    private static final byte[] NOTHING = {};

    private final Parts parts;
    private final Target target;
    private final Handling handling;

    StreamSender(Parts parts, Target target, Handling handling) {
        this.parts = parts;
        this.target = target;
        this.handling = handling;
    }

    /// A sender to the same stream whose messages are treated otherwise.
    public StreamSender with(Handling other) {
        return new StreamSender(parts, target, other);
    }

    /// A sender to the same stream that says where the device stands.
    public StreamSender withSite(String siteId) {
        return new StreamSender(parts, new Target(target.stream(), siteId), handling);
    }

    /// Sends a message; returns once the hub has it and all before it of its priority. Over an outage it waits: use
    /// `enqueueMessage` where that must not be. Ended by an interrupt, after which the message may still be sent.
    /// Throws ProblemException `outbox.given-up` when limits had it given up while it waited.
    public void sendMessage(byte[] payload, MessageIds ids) throws InterruptedException {
        NewMessage message = parts.packing().pack(header(ids), payload, handling);
        var kept = new CompletableFuture<Ticket>();
        try {
            await(parts.outbox().send(message, kept));
        } catch (RuntimeException notSent) {
            if (!kept.isDone() || kept.isCompletedExceptionally()) {
                parts.packing().drop(message);
            }
            throw notSent;
        }
    }

    public void sendMessage(String payload, MessageIds ids) throws InterruptedException {
        sendMessage(payload.getBytes(StandardCharsets.UTF_8), ids);
    }

    /// Keeps a message to be sent; returns once it is on disk. Many threads that wait share one write.
    public void enqueueMessage(byte[] payload, MessageIds ids) {
        enqueue(header(ids), payload);
    }

    public void enqueueMessage(String payload, MessageIds ids) {
        enqueueMessage(payload.getBytes(StandardCharsets.UTF_8), ids);
    }

    /// As `enqueueMessage`, without waiting for the disk: the future ends when the message is on it, or fails.
    public CompletableFuture<Void> enqueueLater(byte[] payload, MessageIds ids) {
        NewMessage message = parts.packing().pack(header(ids), payload, handling);
        return parts.outbox().add(message).handle((kept, refused) -> {
            if (refused != null) {
                parts.packing().drop(message);
                throw new CompletionException(refused);
            }
            return null;
        });
    }

    /// No more messages come to a batch. A hub completes one by itself when the next begins.
    public void enqueueBatchCompletion(String batchId) {
        MessageIds ids = MessageIds.NONE.inBatch(batchId);
        enqueue(target.header(ids, new Completes(true, false, true)), NOTHING);
    }

    /// No more chunks come to a message.
    public void enqueueMessageCompletion(String batchId, String messageId) {
        MessageIds ids = MessageIds.message(messageId).inBatch(batchId);
        enqueue(target.header(ids, new Completes(false, true, true)), NOTHING);
    }

    private StreamHeader header(MessageIds ids) {
        return target.header(ids, Completes.NOTHING);
    }

    private void enqueue(StreamHeader header, byte[] payload) {
        keep(parts.packing().pack(header, payload, handling));
    }

    private void keep(NewMessage message) {
        try {
            var unused = parts.outbox().put(message);
        } catch (RuntimeException notKept) {
            parts.packing().drop(message);
            throw notKept;
        }
    }

    private static void await(CompletableFuture<?> answer) throws InterruptedException {
        try {
            answer.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException told ? told : new IllegalStateException(failed);
        }
    }
}
