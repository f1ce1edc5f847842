// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

/// Reads a file of the log piece by piece, by whole blocks and past the system's cache where that goes: nobody else
/// reads the same again soon. For one thread.
final class ReadWindow implements AutoCloseable {
    private static final int BLOCK = BlockFile.BLOCK;

    private final Path path;
    private final int ahead;
    private FileChannel file;
    private boolean pastCache;
    /// Given back when the window is closed or grows; what the collector gives back comes too late for many readers.
    private Arena memory = Arena.ofShared();
    private ByteBuffer window = ByteBuffer.allocate(0);
    private long from;

    /// @param ahead so many bytes are read at least, if there are as many
    ReadWindow(Path path, int ahead, boolean pastCache) throws IOException {
        this.path = path;
        this.ahead = ahead;
        this.pastCache = pastCache;
        this.file = BlockFile.openToRead(path, pastCache);
    }

    long size() throws IOException {
        return file.size();
    }

    /// So many bytes of the file, valid until the next call; empty if it has fewer.
    ///
    /// @param upTo what is after this place may change yet: it is read again when it is asked for
    Optional<ByteBuffer> read(long at, int length, long upTo) throws IOException {
        if (at < from || at + length > from + window.limit()) {
            fill(at, length);
            window.limit(Math.clamp(upTo - from, 0, window.limit()));
        }
        int start = (int) (at - from);
        return start + length <= window.limit() ? Optional.of(window.slice(start, length)) : Optional.empty();
    }

    /// What is read again is read through the cache: a disk that gave something else once may give it right then.
    void distrust() throws IOException {
        from = 0;
        window = ByteBuffer.allocate(0);
        throughCache();
    }

    private void throughCache() throws IOException {
        file.close();
        pastCache = false;
        file = BlockFile.openToRead(path, false);
    }

    private void fill(long at, int length) throws IOException {
        from = at - at % BLOCK;
        int wanted = Math.max(ahead, (int) (at - from) + length);
        int whole = Math.ceilDiv(wanted, BLOCK) * BLOCK;
        if (window.capacity() < whole) {
            memory.close();
            memory = Arena.ofShared();
            window = memory.allocate(whole, BLOCK).asByteBuffer();
        }
        window.clear().limit(whole);
        try {
            BlockFile.fill(file, window, from);
        } catch (IOException | IllegalArgumentException refused) {
            if (!pastCache) {
                throw refused;
            }
            throughCache();
            window.clear().limit(whole);
            BlockFile.fill(file, window, from);
        }
        window.flip();
    }

    @Override
    public void close() throws IOException {
        window = ByteBuffer.allocate(0);
        if (memory.scope().isAlive()) {
            memory.close();
        }
        file.close();
    }
}
