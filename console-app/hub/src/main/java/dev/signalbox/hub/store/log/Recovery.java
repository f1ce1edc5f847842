// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import dev.signalbox.hub.store.LogPlace;
import dev.signalbox.hub.store.StoreProblems;
import dev.signalbox.hub.store.sqlite.SqliteMarks.Checkpoint;
import dev.signalbox.protocol.codec.ProblemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Finds out, when a hub starts, up to where the log is whole, and reads what the marks do not know of it. Damage that
/// stands before a place up to which the log was durable is passed over. After that place the first frame that is not
/// whole ends the log, whatever follows: an outbox sends again what was being written, and a later frame of it would
/// make that seem old. So would whatever a device puts into a payload to look like a frame.
final class Recovery {
    private static final int AHEAD = 1 << 21;

    private final OutboxMarks marks;
    private long damaged;

    private Recovery(OutboxMarks marks) {
        this.marks = marks;
    }

    /// @param end up to where the log is whole
    /// @param damaged so many bytes before it are not what was written
    /// @param behind so many messages stand whole behind it, and are put aside
    record Found(LogEnd end, long damaged, long behind) {}

    /// @param known up to where the marks know the log
    /// @param durable a place up to which the log was durable once
    static Found of(Path folder, Checkpoint known, LogPlace durable, OutboxMarks marks) {
        var recovery = new Recovery(marks);
        var end = new LogEnd(Segment.none(folder, known.segment()), 0);
        List<Segment> segments = Segment.in(folder);
        for (Segment segment : segments) {
            if (segment.number() >= known.segment()) {
                long from = segment.number() == known.segment() ? known.bytes() : 0;
                // a day begins when all before it is durable
                boolean isOver = !segment.equals(segments.getLast());
                end = recovery.read(segment, from, isOver ? Long.MAX_VALUE : bytesOf(segment, durable));
            }
        }
        return new Found(end, recovery.damaged, Rest.cut(end));
    }

    private static long bytesOf(Segment segment, LogPlace durable) {
        if (segment.number() == durable.segment()) {
            return durable.bytes();
        }
        return segment.number() < durable.segment() ? Long.MAX_VALUE : 0;
    }

    /// Returns where the log ends in a file. One that is shorter than it was, as a copy of before may be, is not gone
    /// on
    /// with.
    private LogEnd read(Segment segment, long from, long durable) {
        Path file = segment.file();
        try (var frames = new Frames(new ReadWindow(file, AHEAD, true))) {
            long size = frames.size();
            if (size < from) {
                return new LogEnd(Segment.none(segment.folder(), segment.number()), 0);
            }
            long stored = readStored(frames, segment, new Part(from, Math.max(from, Math.min(durable, size))));
            long end = durable <= size ? Math.max(durable, stored) : stored;
            return new LogEnd(segment, readLast(frames, new LogPlace(segment.number(), end)));
        } catch (IOException | RuntimeException unreadable) {
            throw new ProblemException(
                    StoreProblems.unreadable(file.toString(), String.valueOf(unreadable.getMessage())), unreadable);
        }
    }

    /// Of a file, in bytes.
    private record Part(long from, long to) {}

    /// Returns where the last frame of a durable part ends.
    private long readStored(Frames frames, Segment segment, Part part) throws IOException {
        long whole = part.from;
        long unread = 0;
        Optional<LogFrame> next = frames.next(new LogPlace(segment.number(), part.from), part.to);
        while (next.isPresent()) {
            LogFrame frame = next.get();
            if (frame.messages().isPresent()) {
                mark(frame.messages().get());
                damaged += unread;
                unread = 0;
                whole = frame.end().bytes();
            } else {
                unread += frame.end().bytes() - frame.start().bytes();
            }
            next = frames.next(frame.end(), part.to);
        }
        damaged += unread;
        return whole;
    }

    /// Returns where the last of the frames ends that follow one another from a place on.
    private long readLast(Frames frames, LogPlace from) throws IOException {
        LogPlace at = from;
        Optional<LogFrame> next = frames.whole(at, frames.size());
        while (next.isPresent()) {
            mark(next.get().messages().orElseThrow());
            at = next.get().end();
            next = frames.whole(at, frames.size());
        }
        return at.bytes();
    }

    private void mark(RawMessages messages) {
        while (messages.next()) {
            marks.found(messages.message());
        }
        marks.groupStored();
    }
}
