// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.local.buffer;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/// How far the node has the messages, on disk. Written without waiting: a mark that is too old after a power cut only
/// has messages sent again.
final class Mark implements AutoCloseable {
    private static final int LENGTH = 3 * Long.BYTES;

    private final RandomAccessFile file;
    private boolean locked;

    Mark(Path path) throws IOException {
        file = new RandomAccessFile(path.toFile(), "rw");
    }

    /// Whether nobody else has it open.
    boolean lock() throws IOException {
        try {
            locked = file.getChannel().tryLock() != null;
        } catch (java.nio.channels.OverlappingFileLockException ownOther) {
            locked = false;
        }
        return locked;
    }

    Place read() throws IOException {
        if (file.length() != LENGTH) {
            return Place.BEGIN;
        }
        file.seek(0);
        var place = new Place(file.readLong(), file.readLong());
        return file.readLong() == sum(place) ? place : Place.BEGIN;
    }

    void write(Place place) throws IOException {
        file.seek(0);
        var bytes = java.nio.ByteBuffer.allocate(LENGTH);
        bytes.putLong(place.segment()).putLong(place.offset()).putLong(sum(place));
        file.write(bytes.array());
    }

    private static long sum(Place place) {
        return ~(place.segment() * 31 + place.offset());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
