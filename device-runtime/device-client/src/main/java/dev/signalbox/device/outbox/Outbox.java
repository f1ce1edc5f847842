// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import dev.signalbox.device.inbox.InboxStore;
import dev.signalbox.device.storage.AgeClock;
import dev.signalbox.device.storage.Arrived;
import dev.signalbox.device.storage.DeviceFile;
import dev.signalbox.device.storage.Disk;
import dev.signalbox.protocol.report.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what the hub has not taken yet, oldest first in each of three lanes, and what came from the cloud and is not
/// handled yet. Safe for use by many threads.
///
/// Survives a power cut: a message is on disk when its sender is told so, and nobody is told so after a commit or a
/// sync that failed. When full it refuses new messages and keeps the old ones, unless a new one says that old ones
/// shall give way. Of each message that was taken the account says what became of it.
public final class Outbox implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final Account NOTHING = new Account(0, 0, 0, 0, 0, 0, 0, 0);

    /// How an outbox is to be.
    ///
    /// @param disk what stands between the database and the disk
    /// @param logBytes how far the database's log grows before it is moved into it
    public record Settings(Limits limits, AgeClock clock, Disk disk, long logBytes) {
        public static Settings of(Limits limits) {
            return new Settings(limits, AgeClock.ofMachine(), Disk.MACHINE, 8L << 20);
        }
    }

    private final FolderLock lock;
    private final Path folder;
    private final Settings settings;
    private volatile Runnable committed = () -> {};
    private volatile @Nullable Contents contents;
    private boolean closed;

    private Outbox(FolderLock lock, Path folder, Settings settings) {
        this.lock = lock;
        this.folder = folder;
        this.settings = settings;
    }

    /// Opens the outbox of the folder, which only one program may do at a time. One that was never used is opened with
    /// its first message: a database is the largest thing in a small device's memory.
    public static Outbox open(Path folder, Limits limits) {
        return open(folder, Settings.of(limits));
    }

    public static Outbox open(Path folder, Settings settings) {
        try {
            Files.createDirectories(folder);
            var outbox = new Outbox(FolderLock.take(folder), folder, settings);
            if (DeviceFile.isIn(folder)) {
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
            boolean interrupted = Thread.interrupted(); // it would close the files that are being opened
            try {
                var file = DeviceFile.open(folder, settings.disk(), settings.logBytes());
                contents = new Contents(file, folder, settings, () -> committed.run());
            } catch (SQLException | IOException failed) {
                throw OutboxProblems.notOpened(folder, failed);
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
        return contents;
    }

    /// What is to run after each commit, on the committing thread; it must be quick.
    public void whenCommitted(Runnable told) {
        committed = told;
    }

    /// Returns when the message is on disk. Messages of one thread keep their order in their lane. Not ended by an
    /// interrupt, so that the caller always knows. Throws ProblemException when it is not kept.
    public Ticket put(NewMessage message) {
        var answer = new CompletableFuture<Ticket>();
        contents().add(new Work.Add(message, new Work.Answer.Joined(answer)));
        try {
            return answer.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException told ? told : failed;
        }
    }

    /// Does not wait for the disk: the future ends when the message is on it, or fails with a ProblemException. Waits
    /// only while megabytes are on their way to the disk. What hangs on the future runs on a thread of its own.
    public CompletableFuture<Ticket> add(NewMessage message) {
        var answer = new CompletableFuture<Ticket>();
        contents().add(new Work.Add(message, new Work.Answer.Later(answer)));
        return answer;
    }

    /// As `add`; the future ends when the hub has the message and all before it in its lane, and that is recorded. It
    /// fails when the message is not kept, or given up while it waits.
    public CompletableFuture<Void> send(NewMessage message) {
        var answer = new CompletableFuture<Void>();
        contents().add(new Work.Add(message, new Work.Answer.Forwarded(answer)));
        return answer;
    }

    /// Ends when the hub has all of the lane up to there, and that is recorded; what was given up does not count.
    public CompletableFuture<Void> forwarded(Ticket upTo) {
        var answer = new CompletableFuture<Void>();
        contents().ask(new Work.Await(upTo, answer));
        return answer;
    }

    /// Ends when the hub has all that is on disk now.
    public CompletableFuture<Void> allForwarded() {
        var answer = new CompletableFuture<Void>();
        if (contents == null) {
            answer.complete(null);
        } else {
            contents().ask(new Work.AwaitAll(answer));
        }
        return answer;
    }

    /// The next messages of a lane after a place, in order. It may be more than so many. For one thread at a time.
    public Batch after(int lane, long place, int most) {
        Contents open = contents;
        return open == null ? new Batch(List.of(), place) : open.after(lane, place, most);
    }

    /// The hub has it. `recorded` runs on the committing thread once that is written, also if it was written before.
    public void taken(Queued message, Runnable recorded) {
        var entry = message.entry();
        ask(new Work.Resolve(message.ticket(), Outcome.FORWARDED, entry.bytes(), entry.largeFile(), recorded));
    }

    /// It cannot be sent any more: the file of its payload is gone.
    public void damaged(Queued message) {
        var entry = message.entry();
        ask(new Work.Resolve(message.ticket(), Outcome.DAMAGED, entry.bytes(), entry.largeFile(), () -> {}));
    }

    /// Grows whenever waiting messages were given up: what was read before may be gone.
    public long displacements() {
        Contents open = contents;
        return open == null ? 0 : open.displacements();
    }

    /// The messages from the cloud.
    public InboxStore inbox() {
        return new InboxRows(this);
    }

    void ask(Work work) {
        contents().ask(work);
    }

    List<Arrived> arrived(int most) {
        Contents open = contents;
        return open == null ? List.of() : open.arrived(most);
    }

    /// Messages that the hub has not taken yet.
    public long waiting() {
        return account().waiting();
    }

    /// What became of all messages it was ever offered.
    public Account account() {
        Contents open = contents;
        return open == null ? NOTHING : open.account();
    }

    /// How many commits were made since it was opened, each of one or many messages.
    public long commits() {
        Contents open = contents;
        return open == null ? 0 : open.commits();
    }

    /// Gives up what is too old at the front of each lane now rather than within a minute.
    CompletableFuture<Void> sweep() {
        var done = new CompletableFuture<Void>();
        ask(new Work.Sweep(done));
        return done;
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
