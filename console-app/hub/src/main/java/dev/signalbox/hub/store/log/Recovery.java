// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import dev.signalbox.hub.store.StoreProblems;
import dev.signalbox.hub.store.sqlite.SqliteMarks.Checkpoint;
import dev.signalbox.protocol.codec.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
        var end = new LogEnd(Segment.none(folder, known.segment()), 0);
        for (Segment segment : Segment.in(folder)) {
            if (segment.number() >= known.segment()) {
                long from = segment.number() == known.segment() ? known.bytes() : 0;
                end = read(segment, from, marks);
            }
        }
        cut(end);
        return end;
    }

    /// Returns where the last whole frame ends. A file that is shorter than it was, as a copy of before may be, is not
    /// gone on with.
    private static LogEnd read(Segment segment, long from, OutboxMarks marks) {
        Path file = segment.file();
        try (var frames = new FrameReader(file, from)) {
            if (Files.size(file) < from) {
                return new LogEnd(Segment.none(segment.folder(), segment.number()), 0);
            }
            long whole = from;
            Optional<ByteBuffer> messages = next(frames);
            while (messages.isPresent()) {
                Frame.read(messages.get(), marks::isNew);
                marks.groupStored();
                whole = frames.end();
                messages = next(frames);
            }
            return new LogEnd(segment, whole);
        } catch (IOException | RuntimeException unreadable) {
            throw new ProblemException(
                    StoreProblems.unreadable(file.toString(), String.valueOf(unreadable.getMessage())), unreadable);
        }
    }

    /// What follows the end was being written when the hub stopped, and nobody was told that it is stored. It is put
    /// aside all the same: a damaged disk looks like that too.
    private static void cut(LogEnd end) {
        Path file = end.segment().file();
        if (!Files.exists(file)) {
            return;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long rest = channel.size() - end.bytes();
            if (rest >= BlockFile.BLOCK || !isZero(channel, end.bytes())) {
                Path aside = file.resolveSibling(file.getFileName() + ".rest-" + end.bytes());
                putAside(channel.position(end.bytes()), aside);
                LOG.warn("{} bytes at the end of {} were not finished; they are in {}.", rest, file, aside);
            }
            channel.truncate(end.bytes()).force(true);
        } catch (IOException refused) {
            throw new ProblemException(
                    StoreProblems.failed(file.toString(), String.valueOf(refused.getMessage())), refused);
        }
    }

    private static void putAside(FileChannel rest, Path to) throws IOException {
        Files.copy(Channels.newInputStream(rest), to, StandardCopyOption.REPLACE_EXISTING);
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
