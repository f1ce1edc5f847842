// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import dev.signalbox.hub.store.StoreProblems;
import dev.signalbox.protocol.codec.ProblemException;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes groups of messages to the newest file of the log, and begins another with each day. A group is stored whole
/// or not at all. Only the log's thread uses it.
final class LogWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("hub");
    /// So many bytes are read again, at most, when a hub starts after a crash.
    private static final long BETWEEN_CHECKPOINTS = 16L << 20;

    private final Clock clock;
    private final OutboxMarks marks;
    private final Frame frame = new Frame();
    private LogEnd end;
    private long kept;
    private @Nullable SegmentWriter file;

    LogWriter(LogEnd end, Clock clock, OutboxMarks marks) {
        this.end = end;
        this.clock = clock;
        this.marks = marks;
        this.kept = end.bytes();
    }

    /// Stores those of a group that are in order and new. Throws when nothing of it is stored; it may be tried again.
    void write(List<Entry> group) {
        try {
            SegmentWriter today = today();
            for (Entry entry : group) {
                entry.settle(marks);
                if (entry.isFresh()) {
                    add(entry, today);
                }
            }
            finish(today);
            marks.groupStored();
        } catch (IOException | RuntimeException | Error failed) {
            giveUp();
            throw problem(failed);
        }
        keepWhenDue();
    }

    private SegmentWriter today() throws IOException {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (!day.equals(end.segment().day())) {
            begin(end.segment().next(day));
        }
        SegmentWriter open = file;
        if (open == null) {
            open = SegmentWriter.open(end.segment(), end.bytes());
            file = open;
        }
        return open;
    }

    private void begin(Segment next) throws IOException {
        marks.keep(end.checkpoint());
        var fresh = SegmentWriter.open(next, 0);
        closeFile();
        file = fresh;
        end = new LogEnd(next, 0);
        kept = 0;
    }

    private void add(Entry entry, SegmentWriter today) throws IOException {
        frame.add(entry.message());
        if (frame.isFull()) {
            today.write(frame.finish());
            frame.clear();
        }
    }

    private void finish(SegmentWriter today) throws IOException {
        if (!frame.isEmpty()) {
            today.write(frame.finish());
            frame.clear();
        }
        end = new LogEnd(end.segment(), today.sync());
    }

    /// What was written of the group is cut off when the file is opened again. After a sync that failed nothing else
    /// helps: the system may believe that what it could not write is on the disk.
    private void giveUp() {
        frame.clear();
        marks.groupFailed();
        closeFile();
    }

    private void closeFile() {
        SegmentWriter open = file;
        file = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException broken) {
                LOG.warn("{} could not be closed: {}", end.segment().file(), broken.getMessage());
            }
        }
    }

    private void keepWhenDue() {
        if (end.bytes() - kept >= BETWEEN_CHECKPOINTS) {
            keep();
        }
    }

    /// Without it the next start reads more.
    private void keep() {
        try {
            marks.keep(end.checkpoint());
        } catch (RuntimeException storeAtFault) {
            LOG.warn("Marks of outboxes could not be kept: {}", storeAtFault.getMessage());
        }
        kept = end.bytes();
    }

    private RuntimeException problem(Throwable failed) {
        if (failed instanceof ProblemException known) {
            return known;
        }
        String name = end.segment().file().toString();
        String why = String.valueOf(failed.getMessage());
        boolean full = why.contains("space") || why.contains("quota");
        return new ProblemException(full ? StoreProblems.full(name) : StoreProblems.failed(name, why), failed);
    }

    @Override
    public void close() {
        keep();
        closeFile();
    }
}
