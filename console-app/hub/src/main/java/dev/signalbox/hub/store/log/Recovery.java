// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import dev.signalbox.hub.store.StoreProblems;
import dev.signalbox.hub.store.sqlite.SqliteMarks.Checkpoint;
import dev.signalbox.protocol.codec.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out, when a hub starts, up to where the log is whole, and reads what the marks do not know of it.
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger("hub");

    private Recovery() {}

    /// @param known up to where the marks know the log
    static LogEnd of(Path folder, Checkpoint known, OutboxMarks marks) {
        var end = new LogEnd(Segment.none(folder), 0);
        for (Segment segment : Segment.in(folder)) {
            if (segment.number() >= known.segment()) {
                long from = segment.number() == known.segment() ? known.bytes() : 0;
                end = new LogEnd(segment, read(segment.file(), from, marks));
            }
        }
        return end;
    }

    /// Returns where the last whole frame ends. What is after it was being written when the hub stopped: nobody was
    /// told that it is stored.
    private static long read(Path file, long from, OutboxMarks marks) {
        try (var frames = new FrameReader(file, from)) {
            long whole = from;
            Optional<ByteBuffer> messages = next(frames);
            while (messages.isPresent()) {
                Frame.read(messages.get(), marks::isNew);
                marks.groupStored();
                whole = frames.end();
                messages = next(frames);
            }
            cut(file, whole);
            return whole;
        } catch (IOException | RuntimeException unreadable) {
            throw new ProblemException(
                    StoreProblems.unreadable(file.toString(), String.valueOf(unreadable.getMessage())), unreadable);
        }
    }

    private static void cut(Path file, long whole) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long rest = channel.size() - whole;
            if (rest >= BlockFile.BLOCK || !isZero(channel, whole)) {
                LOG.warn("{} bytes at the end of {} were not finished and are cut off.", rest, file.getFileName());
            }
            channel.truncate(whole).force(true);
        }
    }

    /// Whether the last block is only filled up, as it always is.
    private static boolean isZero(FileChannel channel, long from) throws IOException {
        ByteBuffer rest = ByteBuffer.allocate(BlockFile.BLOCK);
        BlockFile.fill(channel, rest, from);
        return rest.flip().mismatch(ByteBuffer.allocate(rest.remaining())) < 0;
    }

    private static Optional<ByteBuffer> next(FrameReader frames) throws IOException {
        return frames.next() ? frames.messages() : Optional.empty();
    }
}
