// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import dev.signalbox.hub.store.LogPlace;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The frames of one file, one at a time. What is damaged is passed over, up to the next place where a frame stands
/// that is whole.
final class Frames implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("hub");
    private static final int SMALLEST = Senders.BYTES + Frame.LENGTHS;
    private static final int FIRST_MESSAGE = Frame.HEAD + Long.BYTES + Integer.BYTES;
    /// Later than any clock says, in ms since 1970.
    private static final long LATEST = 1L << 43;

    private static final int LONGEST_DEVICE = 1024;

    private final ReadWindow file;

    Frames(ReadWindow file) {
        this.file = file;
    }

    long size() throws IOException {
        return file.size();
    }

    /// The frame that begins at a place, or what stands there; empty if only zeros follow, by which a file is filled
    /// up.
    ///
    /// @param limit up to here the file is durable
    Optional<LogFrame> next(LogPlace at, long limit) throws IOException {
        int length = wholeAfterAll(at.bytes(), limit);
        if (length > 0) {
            return frame(at, length, limit);
        }
        return isZero(at.bytes(), limit) ? Optional.empty() : Optional.of(damaged(at, limit));
    }

    /// The frame that begins at a place; empty if none does that is what was written.
    ///
    /// @param limit up to here the file is looked at
    Optional<LogFrame> whole(LogPlace at, long limit) throws IOException {
        int length = wholeAfterAll(at.bytes(), limit);
        return length == 0 ? Optional.empty() : frame(at, length, limit);
    }

    /// Looks again before it believes in damage: what was read ahead may have been read wrong.
    private int wholeAfterAll(long at, long limit) throws IOException {
        int length = whole(at, limit);
        if (length == 0) {
            file.distrust();
            length = whole(at, limit);
        }
        return length;
    }

    private Optional<LogFrame> frame(LogPlace at, int length, long limit) throws IOException {
        int bytes = length - Senders.BYTES;
        Optional<RawMessages> messages =
                file.read(at.bytes() + Frame.HEAD, bytes, limit).map(RawMessages::new);
        long end = at.bytes() + Frame.LENGTH_AND_SUM + length;
        return Optional.of(new LogFrame(at, new LogPlace(at.segment(), end), messages));
    }

    /// The length of the frame that begins here; 0 if none does that is what was written.
    private int whole(long at, long limit) throws IOException {
        Optional<ByteBuffer> head = file.read(at, FIRST_MESSAGE, limit);
        if (head.isEmpty()) {
            return 0;
        }
        int length = head.get().getInt(0);
        int sum = head.get().getInt(Integer.BYTES);
        if (!isLikely(head.get(), length) || at + Frame.LENGTH_AND_SUM + length > limit) {
            return 0;
        }
        var crc = new CRC32C();
        file.read(at + Frame.LENGTH_AND_SUM, length, limit).ifPresent(crc::update);
        return (int) crc.getValue() == sum ? length : 0;
    }

    /// Saves adding up what cannot be a frame.
    private static boolean isLikely(ByteBuffer head, int length) {
        long receivedAt = head.getLong(Frame.HEAD);
        int device = head.getInt(Frame.HEAD + Long.BYTES);
        return length >= SMALLEST
                && length <= Frame.LARGEST
                && receivedAt >= 0
                && receivedAt < LATEST
                && device > 0
                && device <= LONGEST_DEVICE;
    }

    /// The first frame that is whole, at a place or anywhere behind it.
    Optional<LogFrame> behind(LogPlace at, long limit) throws IOException {
        long next = firstWhole(at.bytes(), limit);
        return next < limit ? whole(new LogPlace(at.segment(), next), limit) : Optional.empty();
    }

    private long firstWhole(long from, long limit) throws IOException {
        long next = from;
        while (next < limit && whole(next, limit) == 0) {
            next++;
        }
        return next;
    }

    private LogFrame damaged(LogPlace at, long limit) throws IOException {
        long next = firstWhole(at.bytes() + 1, limit);
        LOG.error(
                "{} bytes of the log from {} on are not what was written; they are passed over.",
                next - at.bytes(),
                at);
        return new LogFrame(at, new LogPlace(at.segment(), next), Optional.empty());
    }

    private boolean isZero(long from, long limit) throws IOException {
        for (long at = from; at < limit; at += BlockFile.BLOCK) {
            int length = (int) Math.min(BlockFile.BLOCK, limit - at);
            Optional<ByteBuffer> block = file.read(at, length, limit);
            if (block.isEmpty() || block.get().mismatch(ByteBuffer.allocate(length)) >= 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException nothingToLose) {
            LOG.debug("a file of the log could not be closed", nothingToLose);
        }
    }
}
