// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import dev.signalbox.device.inbox.InboxStore;
import dev.signalbox.device.message.OutboxLimits;
import dev.signalbox.device.storage.AgeClock;
import dev.signalbox.device.storage.Arrived;
import dev.signalbox.device.storage.Disk;
import dev.signalbox.protocol.report.Account;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Keeps what the hub has not taken yet, oldest first in each of three lanes, and what came from the cloud and is not
/// handled yet. Safe for use by many threads.
///
/// Survives a power cut: a message is on disk when its sender is told so, and nobody is told so after a commit or a
/// sync that failed. When full it refuses new messages and keeps the old ones, unless a new one says that old ones
/// shall give way. Of each message that was taken the account says what became of it.
public final class Outbox implements AutoCloseable {
    private static final Account NOTHING = new Account(0, 0, 0, 0, 0, 0, 0, 0);

    /// How an outbox is to be.
    ///
    /// @param disk what stands between the database and the disk
    /// @param logBytes how far the database's log grows before it is moved into it
    public record Settings(OutboxLimits limits, AgeClock clock, Disk disk, long logBytes) {
        public static Settings of(OutboxLimits limits) {
            return new Settings(limits, AgeClock.ofMachine(), Disk.MACHINE, 8L << 20);
        }
    }

    private final FirstUse use;

    private Outbox(FirstUse use) {
        this.use = use;
    }

    /// Opens the outbox of the folder, which only one program may do at a time. One that was never used is opened with
    /// its first message: a database is the largest thing in a small device's memory.
    public static Outbox open(Path folder, OutboxLimits limits) {
        return open(folder, Settings.of(limits));
    }

    public static Outbox open(Path folder, Settings settings) {
        return new Outbox(FirstUse.of(folder, settings));
    }

    /// What is to run after each commit, on the committing thread; it must be quick.
    public void whenCommitted(Runnable told) {
        use.whenCommitted(told);
    }

    /// Returns when the message is on disk. Messages of one thread keep their order in their lane. Not ended by an
    /// interrupt, so that the caller always knows. Throws ProblemException when it is not kept.
    public Ticket put(NewMessage message) {
        var answer = new CompletableFuture<Ticket>();
        use.contents().add(new Work.Add(message, new Work.Answer.Joined(answer)));
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
        use.contents().add(new Work.Add(message, new Work.Answer.Later(answer)));
        return answer;
    }

    /// As `add`; the future ends when the hub has the message and all before it in its lane, and that is recorded. It
    /// fails when the message is not kept, or given up while it waits.
    public CompletableFuture<Void> send(NewMessage message) {
        return send(message, new CompletableFuture<>());
    }

    /// @param kept ends before the answer does, when the message is on disk; nothing may hang on it
    public CompletableFuture<Void> send(NewMessage message, CompletableFuture<Ticket> kept) {
        var answer = new CompletableFuture<Void>();
        use.contents().add(new Work.Add(message, new Work.Answer.Forwarded(kept, answer)));
        return answer;
    }

    /// Ends when the hub has all of the lane up to there, and that is recorded; what was given up does not count.
    public CompletableFuture<Void> forwarded(Ticket upTo) {
        var answer = new CompletableFuture<Void>();
        use.contents().ask(new Work.Await(upTo, answer));
        return answer;
    }

    /// Ends when the hub has all that is on disk now.
    public CompletableFuture<Void> allForwarded() {
        var answer = new CompletableFuture<Void>();
        use.soFar().ifPresentOrElse(open -> open.ask(new Work.AwaitAll(answer)), () -> answer.complete(null));
        return answer;
    }

    /// The next messages of a lane after a place, in order. It may be more than so many. For one thread at a time.
    public Batch after(int lane, long place, int most) {
        return use.soFar().map(open -> open.after(lane, place, most)).orElseGet(() -> new Batch(List.of(), place));
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
        return use.soFar().map(Contents::displacements).orElse(0L);
    }

    /// The messages from the cloud.
    public InboxStore inbox() {
        return new InboxRows(this);
    }

    void ask(Work work) {
        use.contents().ask(work);
    }

    List<Arrived> arrived(int most) {
        return use.soFar().map(open -> open.arrived(most)).orElseGet(List::of);
    }

    /// Messages that the hub has not taken yet.
    public long waiting() {
        return account().waiting();
    }

    /// What became of all messages it was ever offered.
    public Account account() {
        return use.soFar().map(Contents::account).orElse(NOTHING);
    }

    /// How many commits were made since it was opened, each of one or many messages.
    public long commits() {
        return use.soFar().map(Contents::commits).orElse(0L);
    }

    /// How often the committing thread went round, for a watchdog: grows at least once a minute while
    /// it makes progress. Empty while the outbox was never used.
    public OptionalLong turns() {
        return use.soFar().map(open -> OptionalLong.of(open.turns())).orElseGet(OptionalLong::empty);
    }

    /// Gives up what is too old at the front of each lane now rather than within a minute.
    CompletableFuture<Void> sweep() {
        var done = new CompletableFuture<Void>();
        ask(new Work.Sweep(done));
        return done;
    }

    /// As if the disk had no room for more than so many pages.
    void limitPages(long pages) throws SQLException {
        use.contents().limitPages(pages);
    }

    /// Writes what still waits for its commit, then closes. Messages stay for the next time.
    @Override
    public void close() {
        use.close();
    }
}
