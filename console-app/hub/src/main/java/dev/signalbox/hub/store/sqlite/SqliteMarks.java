// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.protocol.codec.ProblemException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import org.jdbi.v3.core.Handle;

/// The newest number seen of each device's outbox, as far as the log of messages had come at a checkpoint.
public final class SqliteMarks implements AutoCloseable {
    private static final List<String> LAYOUTS = List.of("marks-1.sql", "marks-2.sql");

    private final Database file;
    private final Clock clock;

    /// The newest number seen of one outbox.
    ///
    /// @param device whose outbox it is
    /// @param epoch which of its outboxes
    public record Mark(String device, String epoch, long sequence) {}

    /// Up to where the marks know the log.
    ///
    /// @param segment the number of a file of the log; 0 before the first
    /// @param bytes how many bytes of that file
    public record Checkpoint(int segment, long bytes) {}

    private SqliteMarks(Database file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /// Opens or makes the file. Throws ProblemException where that is refused.
    public static SqliteMarks open(Path file, Clock clock) {
        return new SqliteMarks(Database.open(file, LAYOUTS), clock);
    }

    /// Up to where the marks know the log, as last kept.
    public Checkpoint checkpoint() {
        return file.read(handle -> handle.createQuery("SELECT segment, bytes FROM checkpoint")
                .map((row, _) -> new Checkpoint(row.getInt("segment"), row.getLong("bytes")))
                .one());
    }

    /// The newest number seen of an outbox, if any was.
    public OptionalLong newest(String device, String epoch) {
        return file.read(handle -> handle.createQuery("SELECT sequence FROM mark WHERE device = ? AND epoch = ?")
                        .bind(0, device)
                        .bind(1, epoch)
                        .mapTo(Long.class)
                        .findOne())
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /// Keeps marks and what they know in one transaction, and returns once that is durable.
    public void keep(Collection<Mark> marks, Checkpoint upTo) {
        try {
            file.commit(handle -> keep(handle, marks, upTo)).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof ProblemException known ? known : failed;
        }
    }

    private int keep(Handle handle, Collection<Mark> marks, Checkpoint upTo) {
        write(handle, marks, today());
        return handle.execute("UPDATE checkpoint SET segment = ?, bytes = ?", upTo.segment(), upTo.bytes());
    }

    /// Forgets outboxes that sent nothing since the day of a time: each start of a device begins another. Should one of
    /// them come back after all, what it sends again is stored twice, which is its window of messages at most.
    public int forget(Instant since) {
        return file.commit(handle -> handle.execute("DELETE FROM mark WHERE raised_on < ?", day(since)))
                .join();
    }

    private long today() {
        return day(clock.instant());
    }

    private static long day(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC).toEpochDay();
    }

    private static void write(Handle handle, Collection<Mark> marks, long today) {
        if (marks.isEmpty()) {
            return;
        }
        var batch = handle.prepareBatch("INSERT INTO mark (device, epoch, sequence, raised_on) VALUES (?, ?, ?, ?)"
                + " ON CONFLICT (device, epoch) DO UPDATE"
                + " SET sequence = excluded.sequence, raised_on = excluded.raised_on"
                + " WHERE excluded.sequence > sequence");
        for (Mark mark : marks) {
            batch.bind(0, mark.device())
                    .bind(1, mark.epoch())
                    .bind(2, mark.sequence())
                    .bind(3, today)
                    .add();
        }
        batch.execute();
    }

    @Override
    public void close() {
        file.close();
    }
}
