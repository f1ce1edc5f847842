// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import dev.signalbox.protocol.codec.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what the device could not send yet, oldest first.
///
/// Survives a power cut: a message is on disk before `add` returns. Many threads that add at once share one commit.
/// When
/// full it refuses, and keeps what it has. May be used from any thread; `after` from one thread only.
public final class Outbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int COMMIT_AT_MOST = 1_000;

    private final OutboxFile file;
    private final String epoch;
    private final long byteLimit;
    private final LinkedBlockingQueue<Change> changes = new LinkedBlockingQueue<>();
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final Thread committer;
    private volatile boolean closed;

    private Outbox(OutboxFile file, long byteLimit) throws SQLException {
        this.file = file;
        this.byteLimit = byteLimit;
        this.epoch = file.epoch();
        long[] held = file.waiting();
        waiting.set(held[0]);
        bytes.set(held[1]);
        this.committer = Thread.ofPlatform().daemon().name("outbox").start(this::commitForEver);
    }

    /// Opens or makes the outbox in that folder. A damaged file is moved aside and said so in the log.
    public static Outbox open(Path folder, long byteLimit) {
        Path path = folder.resolve("outbox.db");
        try {
            Files.createDirectories(folder);
            try {
                return new Outbox(OutboxFile.open(path), byteLimit);
            } catch (SQLException damaged) {
                LOG.error("{}", OutboxProblems.unreadable(path.toString(), String.valueOf(damaged.getMessage())));
                Files.move(path, folder.resolve("outbox.db.damaged"), StandardCopyOption.REPLACE_EXISTING);
                Files.deleteIfExists(folder.resolve("outbox.db-wal"));
                Files.deleteIfExists(folder.resolve("outbox.db-shm"));
                return new Outbox(OutboxFile.open(path), byteLimit);
            }
        } catch (SQLException | IOException unwritable) {
            throw new ProblemException(OutboxProblems.unwritable(String.valueOf(unwritable.getMessage())), unwritable);
        }
    }

    /// Which outbox this is: a new file has a new epoch.
    public String epoch() {
        return epoch;
    }

    /// Returns once the message is on disk; throws ProblemException when it is full, unwritable or closed.
    public void add(byte[] payload, Map<String, String> properties) {
        if (bytes.get() + payload.length > byteLimit) {
            throw new ProblemException(OutboxProblems.full(byteLimit));
        }
        var done = new CompletableFuture<Void>();
        submit(new Change(new OutboxEntry(0, payload, properties), done));
        try {
            done.join();
        } catch (CompletionException failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            throw new ProblemException(OutboxProblems.unwritable(String.valueOf(cause.getMessage())), cause);
        }
    }

    /// Forgets a message the hub has acknowledged; on disk a little later.
    public void delivered(OutboxEntry entry) {
        changes.add(new Change(entry, null));
    }

    /// The next messages after that sequence, oldest first.
    public List<OutboxEntry> after(long sequence, int most) {
        try {
            return file.after(sequence, most);
        } catch (SQLException unreadable) {
            throw new ProblemException(OutboxProblems.unwritable(String.valueOf(unreadable.getMessage())), unreadable);
        }
    }

    /// How many messages the hub has not acknowledged.
    public long waiting() {
        return waiting.get();
    }

    private void submit(Change change) {
        if (closed) {
            throw new ProblemException(OutboxProblems.closed());
        }
        changes.add(change);
    }

    private void commitForEver() {
        var batch = new ArrayList<Change>();
        try {
            while (!closed || !changes.isEmpty()) {
                batch.add(changes.take());
                changes.drainTo(batch, COMMIT_AT_MOST);
                commit(batch);
                batch.clear();
            }
        } catch (InterruptedException closing) {
            changes.drainTo(batch);
            commit(batch);
        }
    }

    private void commit(List<Change> batch) {
        List<OutboxEntry> added =
                batch.stream().filter(Change::adds).map(Change::entry).toList();
        List<Long> removed = batch.stream()
                .filter(c -> !c.adds())
                .map(c -> c.entry().sequence())
                .toList();
        try {
            file.commit(added, removed);
            batch.forEach(this::account);
        } catch (SQLException failed) {
            LOG.warn("{}", OutboxProblems.unwritable(String.valueOf(failed.getMessage())));
            batch.forEach(change -> change.fail(failed));
        }
    }

    private void account(Change change) {
        int sign = change.adds() ? 1 : -1;
        waiting.addAndGet(sign);
        bytes.addAndGet((long) sign * change.entry().payload().length);
        change.complete();
    }

    @Override
    public void close() {
        closed = true;
        committer.interrupt();
        try {
            committer.join(5_000);
            file.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (SQLException late) {
            throw new UncheckedIOException(new IOException(late));
        }
    }

    /// @param done completed when it is on disk; null for a removal, which nobody waits for
    private record Change(
            OutboxEntry entry,
            @org.jspecify.annotations.Nullable CompletableFuture<Void> done) {
        boolean adds() {
            return done != null;
        }

        void complete() {
            if (done != null) {
                done.complete(null);
            }
        }

        void fail(Throwable why) {
            if (done != null) {
                done.completeExceptionally(why);
            }
        }
    }
}
