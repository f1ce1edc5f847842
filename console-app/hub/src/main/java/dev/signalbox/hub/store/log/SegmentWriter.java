// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Appends to one file of the log.
final class SegmentWriter implements AutoCloseable {
    private final Segment segment;
    private final FileChannel file;
    private long written;

    private SegmentWriter(Segment segment, FileChannel file, long written) {
        this.segment = segment;
        this.file = file;
        this.written = written;
    }

    /// Opens or makes the file, and cuts off what is after so many bytes: nobody was told that it is stored.
    static SegmentWriter open(Segment segment, long durable) throws IOException {
        var file = FileChannel.open(segment.file(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            file.truncate(durable).position(durable);
            file.force(true);
            syncFolder(segment.folder());
            return new SegmentWriter(segment, file, durable);
        } catch (IOException unusable) {
            file.close();
            throw unusable;
        }
    }

    /// Without that a power cut may take the file's name. Windows has no such call, and needs none.
    private static void syncFolder(Path folder) throws IOException {
        if (!System.getProperty("os.name").startsWith("Windows")) {
            try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
    }

    Segment segment() {
        return segment;
    }

    void write(ByteBuffer frame) throws IOException {
        while (frame.hasRemaining()) {
            written += file.write(frame);
        }
    }

    /// Returns once all that was written is on the disk: so many bytes of the file.
    long sync() throws IOException {
        file.force(false);
        return written;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
