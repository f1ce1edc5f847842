// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/// Appends to one file of the log, by whole blocks of the disk. The last block is filled up with zeros, and written
/// again with what follows: what already stands in it stays the same, so that a power cut in the middle leaves it.
final class SegmentWriter implements AutoCloseable {
    private static final int BLOCK = BlockFile.BLOCK;

    private final FileChannel file;
    private long end;
    /// What will be written next, from the beginning of a block: first what stands in that block already.
    private ByteBuffer blocks = BlockFile.aligned(1 << 21);

    private SegmentWriter(FileChannel file, long end) {
        this.file = file;
        this.end = end;
    }

    /// Opens or makes the file, and cuts off what is after so many bytes: nobody was told that it is stored.
    static SegmentWriter open(LogEnd at, Disk disk, boolean pastCache) throws IOException {
        ByteBuffer started = begun(at.segment(), at.bytes());
        BlockFile.syncFolder(at.segment().folder());
        var writer = new SegmentWriter(disk.open(at.segment().file(), pastCache), at.bytes());
        writer.blocks.put(started);
        return writer;
    }

    /// Cuts the file, and reads what stands in its last block.
    private static ByteBuffer begun(Segment segment, long durable) throws IOException {
        ByteBuffer begun = ByteBuffer.allocate((int) (durable % BLOCK));
        try (var plain = FileChannel.open(
                segment.file(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            plain.truncate(durable).force(true);
            BlockFile.fill(plain, begun, durable - begun.capacity());
        }
        if (begun.hasRemaining()) {
            throw new IOException("it is shorter than the " + durable + " bytes that were stored in it");
        }
        return begun.flip();
    }

    void write(ByteBuffer frame) throws IOException {
        long from = end - blocks.position();
        end += frame.remaining();
        makeRoom(frame.remaining());
        blocks.put(frame);
        int filled = blocks.position();
        int whole = Math.ceilDiv(filled, BLOCK) * BLOCK;
        while (blocks.position() < whole) {
            blocks.put((byte) 0);
        }
        BlockFile.write(file, blocks.flip(), from);
        int begun = filled % BLOCK;
        ByteBuffer last = blocks.slice(filled - begun, begun);
        blocks.clear().put(last);
    }

    private void makeRoom(int more) {
        int needed = blocks.position() + more + BLOCK;
        if (blocks.capacity() < needed) {
            blocks = BlockFile.aligned(needed).put(blocks.flip());
        }
    }

    /// Returns once all that was written is on the disk: so many bytes of the file.
    long sync() throws IOException {
        file.force(false);
        return end;
    }

    /// Leaves the zeros; whoever reads stops before them.
    @Override
    public void close() throws IOException {
        file.close();
    }
}
