// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import dev.signalbox.protocol.identity.DeviceId;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;

/// Goes through the frames of a file, one after the other. It ends before a frame that is not whole: that is where a
/// hub stopped, or writes just now.
final class FrameReader implements AutoCloseable {
    private static final int LENGTH_AND_SUM = Frame.LENGTH_AND_SUM;
    private static final int AHEAD = 1 << 16;

    private final FileChannel file;
    private final InputStream in;
    private ByteBuffer head = ByteBuffer.allocate(0);
    private long start;
    private long end;
    /// How far the file was read.
    private long at;

    /// @param from where the first frame begins, in bytes
    FrameReader(Path path, long from) throws IOException {
        this.file = FileChannel.open(path, StandardOpenOption.READ).position(from);
        this.in = new BufferedInputStream(Channels.newInputStream(file), AHEAD);
        this.end = from;
        this.at = from;
    }

    /// Goes on to the next frame; false if there is no other.
    boolean next() throws IOException {
        long size = file.size();
        if (end + Frame.HEAD > size) {
            return false;
        }
        in.skipNBytes(end - at);
        head = ByteBuffer.wrap(in.readNBytes(Frame.HEAD));
        at = end + Frame.HEAD;
        int length = head.remaining() < Frame.HEAD ? 0 : head.getInt(0);
        if (length < Senders.BYTES || length > Frame.LARGEST || end + LENGTH_AND_SUM + length > size) {
            return false;
        }
        start = end;
        end = start + LENGTH_AND_SUM + length;
        return true;
    }

    /// Where the frame begins, in bytes.
    long start() {
        return start;
    }

    /// Where the next frame begins, in bytes.
    long end() {
        return end;
    }

    /// Whether there may be messages of a device in the frame.
    boolean mayHave(DeviceId device) {
        return Senders.mayHave(head, LENGTH_AND_SUM, device);
    }

    /// The messages of the frame, to be given to `Frame.read`, once; empty if it is not what was written.
    Optional<ByteBuffer> messages() throws IOException {
        byte[] messages = in.readNBytes((int) (end - at));
        at += messages.length;
        var sum = new CRC32C();
        sum.update(head.array(), LENGTH_AND_SUM, Senders.BYTES);
        sum.update(messages);
        return at == end && (int) sum.getValue() == head.getInt(Integer.BYTES)
                ? Optional.of(ByteBuffer.wrap(messages))
                : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
