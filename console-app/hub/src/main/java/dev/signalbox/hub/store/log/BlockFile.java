// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Writes whole blocks past the system's cache, where the file system lets us: nobody reads soon what was just written,
/// and on a virtual machine each fresh page of the cache costs more than the disk.
final class BlockFile {
    /// What disks write as a whole, or a multiple of it, in bytes.
    static final int BLOCK = 4096;

    private BlockFile() {}

    /// Opens a file that is there.
    ///
    /// @param pastCache false once a file system took the option and then no write
    static FileChannel open(Path path, boolean pastCache) throws IOException {
        try {
            if (pastCache && BLOCK % Files.getFileStore(path).getBlockSize() == 0) {
                return FileChannel.open(path, StandardOpenOption.WRITE, pastTheCache());
            }
        } catch (IOException | UnsupportedOperationException onlyThroughTheCache) {
            // as below
        }
        return FileChannel.open(path, StandardOpenOption.WRITE);
    }

    /// Opens a file for reading by whole blocks, past the cache where that goes.
    static FileChannel openToRead(Path path, boolean pastCache) throws IOException {
        try {
            if (pastCache && BLOCK % Files.getFileStore(path).getBlockSize() == 0) {
                return FileChannel.open(path, StandardOpenOption.READ, pastTheCache());
            }
        } catch (NoSuchFileException gone) {
            throw gone;
        } catch (IOException | UnsupportedOperationException onlyThroughTheCache) {
            // as below
        }
        return FileChannel.open(path, StandardOpenOption.READ);
    }

    /// By its name, because it is in the module `jdk.unsupported`, which a runtime need not have.
    private static OpenOption pastTheCache() {
        try {
            return (OpenOption) Class.forName("com.sun.nio.file.ExtendedOpenOption")
                    .getField("DIRECT")
                    .get(null);
        } catch (ReflectiveOperationException none) {
            throw new UnsupportedOperationException(none);
        }
    }

    /// Room for whole blocks that begins where such a file wants it.
    static ByteBuffer aligned(int bytes) {
        return ByteBuffer.allocateDirect(bytes + BLOCK).alignedSlice(BLOCK);
    }

    /// Writes all that remains, from a block on.
    static void write(FileChannel file, ByteBuffer blocks, long at) throws IOException {
        long next = at;
        while (blocks.hasRemaining()) {
            next += file.write(blocks, next);
        }
    }

    /// Reads as much as there is room, or up to the end.
    static void fill(FileChannel file, ByteBuffer room, long at) throws IOException {
        long next = at;
        while (room.hasRemaining()) {
            int count = file.read(room, next);
            if (count < 0) {
                return;
            }
            next += count;
        }
    }

    /// Without that a power cut may take a new file's name, where a system has such a call at all.
    static void syncFolder(Path folder) {
        try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException noSuchCall) {
            // Windows, and some file systems, keep names by themselves
        }
    }
}
