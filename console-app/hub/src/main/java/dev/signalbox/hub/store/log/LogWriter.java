// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import dev.signalbox.hub.store.LogPlace;
import dev.signalbox.hub.store.StoreProblems;
import dev.signalbox.protocol.codec.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes groups of messages to the newest file of the log, and begins another with each day. Only the log's thread
/// uses it.
final class LogWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("hub");
    /// So many bytes are read again, at most, when a hub starts after a crash.
    private static final long BETWEEN_CHECKPOINTS = 16L << 20;

    /// A disk with less, in bytes, has no room for a group.
    private static final long FULL = 4L << 20;

    private final Disk disk;
    private final Clock clock;
    private final OutboxMarks marks;
    private final Frame frame = new Frame();
    private LogEnd end;
    private long kept;
    private @Nullable SegmentWriter file;
    private boolean pastCache = true;

    LogWriter(LogEnd end, Clock clock, OutboxMarks marks, Disk disk) {
        this.end = end;
        this.disk = disk;
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
            LogEnd stored = finish(today);
            marks.groupStored();
            end = stored;
        } catch (IOException | RuntimeException | Error failed) {
            giveUp();
            throw problem(failed);
        }
    }

    private SegmentWriter today() throws IOException {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        SegmentWriter open = file;
        if (open == null && Files.exists(end.segment().file())) {
            open = SegmentWriter.open(end, disk, pastCache);
            file = open;
        }
        return open != null && day.equals(end.segment().day()) ? open : begin(day);
    }

    private SegmentWriter begin(LocalDate day) throws IOException {
        marks.keep(end.checkpoint());
        Segment next = end.segment().next(day);
        while (Files.exists(next.file()) && Files.size(next.file()) > 0) {
            next = next.next(day);
        }
        var fresh = SegmentWriter.open(new LogEnd(next, 0), disk, pastCache);
        closeFile();
        file = fresh;
        end = new LogEnd(next, 0);
        kept = 0;
        return fresh;
    }

    private void add(Entry entry, SegmentWriter today) throws IOException {
        frame.add(entry.device(), entry.written());
        if (frame.isFull()) {
            today.write(frame.finish());
            frame.clear();
        }
    }

    private LogEnd finish(SegmentWriter today) throws IOException {
        if (!frame.isEmpty()) {
            today.write(frame.finish());
            frame.clear();
        }
        return new LogEnd(end.segment(), today.sync());
    }

    /// What was written of the group is cut off, now or as soon as the file can be opened again. After a sync that
    /// failed nothing else helps: the system may believe that what it could not write is on the disk.
    private void giveUp() {
        frame.clear();
        marks.groupFailed();
        closeFile();
        pastCache = false;
        try {
            if (Files.exists(end.segment().file())) {
                file = SegmentWriter.open(end, disk, pastCache);
            }
        } catch (IOException | RuntimeException later) {
            LOG.warn("{} could not be opened again: {}", end.segment().file(), later.getMessage());
        }
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

    /// Up to where the log is durable. To be called between groups.
    LogPlace end() {
        return end.place();
    }

    /// To be called between groups.
    void keepWhenDue() {
        if (end.bytes() - kept >= BETWEEN_CHECKPOINTS) {
            keep();
        }
    }

    /// Without it the next start reads more.
    private void keep() {
        try {
            marks.keep(end.checkpoint());
        } catch (RuntimeException | Error storeAtFault) {
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
        boolean full = why.contains("space") || why.contains("quota") || why.contains("too large");
        return new ProblemException(
                full || isFull() ? StoreProblems.full(name) : StoreProblems.failed(name, why), failed);
    }

    /// Where the system says it in other words.
    private boolean isFull() {
        try {
            return Files.getFileStore(end.segment().folder()).getUsableSpace() < FULL;
        } catch (IOException | RuntimeException unknown) {
            return false;
        }
    }

    @Override
    public void close() {
        keep();
        closeFile();
    }
}
