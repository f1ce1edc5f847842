// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import dev.signalbox.protocol.codec.PropertyBags;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;

/// The messages of an outbox that is open: its file, the thread that writes it, and what they hold together.
final class Contents {
    private final OutboxFile file;
    private final long limit;
    private final AtomicLong bytes;
    private final AtomicLong waiting;
    private final Committer committer;
    private final String epoch;

    /// @param limit how many bytes of messages it may hold
    Contents(OutboxFile file, long limit) throws SQLException {
        this.file = file;
        this.limit = limit;
        this.bytes = new AtomicLong(file.bytes());
        this.waiting = new AtomicLong(file.count());
        this.committer = new Committer(file, bytes);
        this.epoch = file.epoch();
        committer.start();
    }

    /// Returns when the message is on disk. Messages of one thread keep their order.
    void add(byte[] payload, Map<String, String> properties) {
        byte[] bag = PropertyBags.write(properties).getBytes(StandardCharsets.UTF_8);
        var message = new NewMessage(bag, payload, new CompletableFuture<>());
        if (bytes.addAndGet(message.bytes()) > limit) {
            bytes.addAndGet(-message.bytes());
            throw OutboxProblems.full(limit);
        }
        try {
            committer.add(message);
            message.committed().join();
            waiting.incrementAndGet();
        } catch (CompletionException failed) {
            bytes.addAndGet(-message.bytes());
            throw failed.getCause() instanceof RuntimeException told ? told : failed;
        }
    }

    /// The next messages after that sequence, in order. For one thread at a time.
    List<Queued> after(long sequence, int count) {
        if (sequence >= committer.last()) {
            return List.of();
        }
        try {
            return file.after(sequence, count);
        } catch (SQLException failed) {
            throw OutboxProblems.notRead(failed);
        }
    }

    void taken(Queued message) {
        waiting.decrementAndGet();
        committer.delete(message);
    }

    String epoch() {
        return epoch;
    }

    long waiting() {
        return Math.max(0, waiting.get());
    }

    long commits() {
        return committer.commits();
    }

    void limitPages(long pages) throws SQLException {
        file.limitPages(pages);
    }

    /// Writes what still waits for its commit first.
    void close() throws SQLException {
        committer.close();
        file.close();
    }
}
