// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

    private static final String FILE = "outbox.db";
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final FolderLock lock;
    private final Path folder;
    private final long limit;
    private volatile @Nullable Contents contents;
    private boolean closed;

    private Outbox(FolderLock lock, Path folder, long limit) {
        this.lock = lock;
        this.folder = folder;
        this.limit = limit;
    }

    /// Opens the outbox of the folder, which only one program may do at a time. One that was never used is opened with
    /// its first message: a database is the largest thing in a small device's memory.
    public static Outbox open(Path folder, long limit) {
        try {
            Files.createDirectories(folder);
            var outbox = new Outbox(FolderLock.take(folder), folder, limit);
            if (Files.exists(folder.resolve(FILE))) {
                outbox.openOrUnlock();
            }
            return outbox;
        } catch (IOException failed) {
            throw OutboxProblems.notOpened(folder, failed);
        }
    }

    private void openOrUnlock() throws IOException {
        try {
            contents();
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    private Contents contents() {
        Contents open = contents;
        return open != null ? open : openContents();
    }

    private synchronized Contents openContents() {
        if (closed) {
            throw OutboxProblems.closed();
        }
        if (contents == null) {
            try {
                contents = new Contents(openFile(folder.resolve(FILE)), limit);
            } catch (SQLException | IOException failed) {
                throw OutboxProblems.notOpened(folder, failed);
            }
        }
        return contents;
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
        contents().add(payload, properties);
    }

    /// The next messages after that sequence, in order. For one thread at a time.
    public List<Queued> after(long sequence, int count) {
        Contents open = contents;
        return open == null ? List.of() : open.after(sequence, count);
    }

    /// The hub has it: forgets the message, on disk within a moment.
    public void taken(Queued message) {
        contents().taken(message);
    }

    /// Which outbox this is; sequences of another epoch have nothing to do with its own.
    public String epoch() {
        return contents().epoch();
    }

    /// Messages that the hub has not taken yet.
    public long waiting() {
        Contents open = contents;
        return open == null ? 0 : open.waiting();
    }

    /// How many commits were made, each of one or many messages.
    long commits() {
        return contents().commits();
    }

    /// As if the disk had no room for more than so many pages.
    void limitPages(long pages) throws SQLException {
        contents().limitPages(pages);
    }

    /// Writes what still waits for its commit, then closes. Messages stay for the next time.
    @Override
    public synchronized void close() {
        closed = true;
        try (lock) {
            if (contents != null) {
                contents.close();
            }
        } catch (SQLException | IOException failed) {
            LOG.warn("The outbox did not close cleanly: {}", failed.getMessage());
        }
    }
}
