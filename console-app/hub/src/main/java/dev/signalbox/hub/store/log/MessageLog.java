// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import dev.signalbox.hub.store.LogPlace;
import dev.signalbox.hub.store.MessageStore;
import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.hub.store.sqlite.SqliteMarks;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/// Messages in files that only grow, one or more a day: each is written once and synced with all that wait beside it.
/// What is in them is told by the files; `marks.db` saves reading all of them at each start, and still knows outboxes
/// whose messages are forgotten.
public final class MessageLog implements MessageStore {
    /// An outbox that was not heard of for longer is forgotten.
    private static final int DAYS_OF_SILENCE = 90;

    private final Path folder;
    private final SqliteMarks kept;
    private final LogThread thread;
    private final Recovery.Found found;

    private MessageLog(Path folder, SqliteMarks kept, LogThread thread, Recovery.Found found) {
        this.folder = folder;
        this.kept = kept;
        this.thread = thread;
        this.found = found;
    }

    /// Opens the log in a folder of its own, or makes it there, and cuts off what a crash left unfinished. Throws
    /// ProblemException where the folder or a file refuses.
    public static MessageLog open(Path folder, Clock clock) {
        return open(folder, clock, LogPlace.START);
    }

    /// As above, for whoever followed the log before.
    ///
    /// @param durable up to where it was followed: damage before it is passed over, and nothing there is cut off
    public static MessageLog open(Path folder, Clock clock, LogPlace durable) {
        return open(folder, clock, durable, BlockFile::open);
    }

    static MessageLog open(Path folder, Clock clock, LogPlace durable, Disk disk) {
        var kept = SqliteMarks.open(folder.resolve("marks.db"), clock);
        try {
            var marks = new OutboxMarks(kept);
            Recovery.Found found = Recovery.of(folder, kept.checkpoint(), durable, marks);
            marks.keep(found.end().checkpoint());
            var thread = new LogThread(new LogWriter(found.end(), clock, marks, disk));
            return new MessageLog(folder, kept, thread, found);
        } catch (RuntimeException unusable) {
            kept.close();
            throw unusable;
        }
    }

    @Override
    public void append(StoredMessage message, Receipt receipt) {
        thread.append(message, receipt);
    }

    @Override
    public List<StoredMessage> newest(DeviceId device, int most) {
        return new LogReader(folder).newest(device, most);
    }

    @Override
    public int forget(IntPredicate mayGo, Instant now) {
        List<Segment> old = Segment.in(folder).reversed().stream()
                .skip(1)
                .filter(segment -> mayGo.test(segment.number()))
                .toList();
        kept.forget(now.minus(Duration.ofDays(DAYS_OF_SILENCE)));
        List<ProblemException> refused =
                old.stream().flatMap(segment -> refusal(segment).stream()).toList();
        if (!refused.isEmpty()) {
            throw refused.getFirst();
        }
        return old.size();
    }

    /// Why a file could not be deleted, if it could not; the others are none the worse for it.
    private static Optional<ProblemException> refusal(Segment segment) {
        try {
            segment.delete();
            return Optional.empty();
        } catch (ProblemException refused) {
            return Optional.of(refused);
        }
    }

    /// So many bytes were found damaged when the log was opened, among what was read then.
    public long damaged() {
        return found.damaged();
    }

    /// So many whole messages stood behind the first that was not whole when the log was opened, and were put aside.
    public long putAside() {
        return found.behind();
    }

    /// Up to where the log is durable.
    public LogPlace end() {
        return thread.durable();
    }

    /// Up to where the log is durable once all that was appended before is: what is appended from now on comes behind
    /// it. Waits for the disk.
    public LogPlace settled() {
        return thread.settled();
    }

    /// Tells whenever more has become durable, on the thread that writes: it must not be held up.
    public void watch(Runnable more) {
        thread.follow(more);
    }

    /// Reads the log as it grows.
    public LogFollower follow() {
        return new LogFollower(folder, this::end);
    }

    /// Reads what an index refers to.
    public LogPieces pieces() {
        return new LogPieces(folder);
    }

    /// Stores what waits, then closes the files.
    @Override
    public void close() {
        thread.close();
        kept.close();
    }
}
