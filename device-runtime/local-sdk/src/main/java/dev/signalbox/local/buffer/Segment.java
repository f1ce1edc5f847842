// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.local.buffer;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.zip.CRC32;

/// One file of a buffer: an id, then messages, each with its length and check sum. A plain file and no channel, because
/// a channel is closed when a thread that uses it is interrupted, and these threads are the program's.
final class Segment implements AutoCloseable {
    static final String ENDING = ".messages";

    private static final int HEADER = 16;
    private static final int FRAME = 8;
    private static final int LONGEST = 1 << 20;

    private final Path path;
    private final RandomAccessFile file;
    private final long number;
    private UUID id;
    private long end = HEADER;

    private Segment(Path path, long number) throws IOException {
        this.path = path;
        this.number = number;
        this.file = new RandomAccessFile(path.toFile(), "rw");
        this.id = UUID.randomUUID();
    }

    /// A new one. Its id is of its own, so that no message is ever taken for one of a segment that was lost.
    static Segment create(Path folder, long number) throws IOException {
        var segment = new Segment(folder.resolve("%019d%s".formatted(number, ENDING)), number);
        segment.file.writeLong(segment.id.getMostSignificantBits());
        segment.file.writeLong(segment.id.getLeastSignificantBits());
        return segment;
    }

    /// One that is there. What follows the last whole message is cut off: nobody was told that it is safe.
    static Segment open(Path path) throws IOException {
        String name = path.getFileName().toString();
        var segment = new Segment(path, Long.parseLong(name.substring(0, name.length() - ENDING.length())));
        if (segment.file.length() >= HEADER) {
            segment.id = new UUID(segment.file.readLong(), segment.file.readLong());
            segment.find();
        }
        return segment;
    }

    private void find() throws IOException {
        while (isWhole(end)) {
            end = after(end);
        }
        file.setLength(end);
    }

    private boolean isWhole(long offset) throws IOException {
        if (offset + FRAME > file.length()) {
            return false;
        }
        long length = length(offset);
        return length > 0
                && length <= LONGEST
                && offset + FRAME + length <= file.length()
                && sumAt(offset) == sum(read(offset));
    }

    long number() {
        return number;
    }

    UUID id() {
        return id;
    }

    long begin() {
        return HEADER;
    }

    /// Where the next message will be.
    long end() {
        return end;
    }

    /// On disk when it returns.
    void append(byte[] message) throws IOException {
        try {
            file.seek(end);
            file.writeInt(message.length);
            file.writeInt(sum(message));
            file.write(message);
            file.getFD().sync();
        } catch (IOException failed) {
            file.setLength(end);
            throw failed;
        }
        end += FRAME + message.length;
    }

    byte[] read(long offset) throws IOException {
        byte[] message = new byte[(int) length(offset)];
        file.seek(offset + FRAME);
        file.readFully(message);
        return message;
    }

    /// Where the message after this one is.
    long after(long offset) throws IOException {
        return offset + FRAME + length(offset);
    }

    private long length(long offset) throws IOException {
        file.seek(offset);
        return file.readInt();
    }

    private int sumAt(long offset) throws IOException {
        file.seek(offset + Integer.BYTES);
        return file.readInt();
    }

    private static int sum(byte[] message) {
        var sum = new CRC32();
        sum.update(message);
        return (int) sum.getValue();
    }

    void delete() throws IOException {
        close();
        Files.deleteIfExists(path);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
