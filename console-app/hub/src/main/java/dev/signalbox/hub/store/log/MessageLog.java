// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import dev.signalbox.hub.store.LogPlace;
import dev.signalbox.hub.store.MessageStore;
import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.hub.store.sqlite.SqliteMarks;
import dev.signalbox.protocol.identity.DeviceId;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.IntPredicate;

/// Messages in files that only grow, one or more a day: each is written once and synced with all that wait beside it.
/// What is in them is told by the files; `marks.db` saves reading all of them at each start, and still knows outboxes
/// whose messages are forgotten.
public final class MessageLog implements MessageStore {
    private final Path folder;
    private final SqliteMarks kept;
    private final LogThread thread;

    private MessageLog(Path folder, SqliteMarks kept, LogThread thread) {
        this.folder = folder;
        this.kept = kept;
        this.thread = thread;
    }

    /// Opens the log in a folder of its own, or makes it there, and cuts off what a crash left unfinished. Throws
    /// ProblemException where the folder or a file refuses.
    public static MessageLog open(Path folder, Clock clock) {
        var kept = SqliteMarks.open(folder.resolve("marks.db"));
        try {
            var marks = new OutboxMarks(kept);
            LogEnd end = Recovery.of(folder, kept.checkpoint(), marks);
            marks.keep(end.checkpoint());
            return new MessageLog(folder, kept, new LogThread(new LogWriter(end, clock, marks)));
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
    public int forget(IntPredicate mayGo) {
        List<Segment> old = Segment.in(folder).reversed().stream()
                .skip(1)
                .filter(segment -> mayGo.test(segment.number()))
                .toList();
        old.forEach(Segment::delete);
        return old.size();
    }

    /// Up to where the log is durable.
    public LogPlace end() {
        return thread.durable();
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
