// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import dev.signalbox.protocol.codec.PropertyBags;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what the hub has not taken yet, oldest first.
///
/// Survives a power cut: a message is on disk before `add` returns. When full it refuses new messages and keeps the
/// old ones, for their senders were told they are safe. A damaged file is moved aside and a new one started, with an
/// epoch of its own, so that the hub does not take new messages for old ones.
public final class Outbox implements AutoCloseable {
    /// How many bytes of messages it holds unless told otherwise.
    public static final long DEFAULT_LIMIT = 256L * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final FolderLock lock;
    private final OutboxFile file;
    private final long limit;
    private final AtomicLong bytes;
    private final AtomicLong waiting;
    private final Committer committer;
    private final String epoch;

    private Outbox(FolderLock lock, OutboxFile file, long limit) throws SQLException {
        this.lock = lock;
        this.file = file;
        this.limit = limit;
        this.bytes = new AtomicLong(file.bytes());
        this.waiting = new AtomicLong(file.count());
        this.committer = new Committer(file, bytes);
        this.epoch = file.epoch();
    }

    /// Opens the outbox of the folder, which only one program may do at a time.
    public static Outbox open(Path folder, long limit) {
        try {
            Files.createDirectories(folder);
            FolderLock lock = FolderLock.take(folder);
            try {
                var outbox = new Outbox(lock, openFile(folder.resolve("outbox.db")), limit);
                outbox.committer.start();
                return outbox;
            } catch (SQLException | IOException | RuntimeException failed) {
                lock.close();
                throw failed;
            }
        } catch (SQLException | IOException failed) {
            throw OutboxProblems.notOpened(folder, failed);
        }
    }

    private static OutboxFile openFile(Path path) throws SQLException, IOException {
        try {
            return OutboxFile.open(path);
        } catch (SQLException failed) {
            if (!Damage.isDamage(failed)) {
                throw failed;
            }
            LOG.error("{}", OutboxProblems.damaged(Damage.moveAside(path, Clock.systemUTC())));
            return OutboxFile.open(path);
        }
    }

    /// Returns when the message is on disk. Messages of one thread keep their order.
    public void add(byte[] payload, Map<String, String> properties) {
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
    public List<Queued> after(long sequence, int count) {
        if (sequence >= committer.last()) {
            return List.of();
        }
        try {
            return file.after(sequence, count);
        } catch (SQLException failed) {
            throw OutboxProblems.notRead(failed);
        }
    }

    /// The hub has it: forgets the message, on disk within a moment.
    public void taken(Queued message) {
        waiting.decrementAndGet();
        committer.delete(message);
    }

    /// Which outbox this is; sequences of another epoch have nothing to do with its own.
    public String epoch() {
        return epoch;
    }

    /// Messages that the hub has not taken yet.
    public long waiting() {
        return Math.max(0, waiting.get());
    }

    /// How many commits were made, each of one or many messages.
    long commits() {
        return committer.commits();
    }

    /// As if the disk had no room for more than so many pages.
    void limitPages(long pages) throws SQLException {
        file.limitPages(pages);
    }

    /// Writes what still waits for its commit, then closes. Messages stay for the next time.
    @Override
    public void close() {
        committer.close();
        try (lock) {
            file.close();
        } catch (SQLException | IOException failed) {
            LOG.warn("The outbox did not close cleanly: {}", failed.getMessage());
        }
    }
}
