// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps a second program from sending the same outbox.
final class FolderLock implements AutoCloseable {
    /// Those of this program. The system's lock ends when the program closes any file of that name, so a second attempt
    /// must not even open it.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static FolderLock take(Path given) throws IOException {
        Path folder = given.toRealPath();
        if (!HELD.add(folder)) {
            throw OutboxProblems.inUse(given);
        }
        try {
            return lock(folder);
        } catch (IOException | RuntimeException refused) {
            HELD.remove(folder);
            throw refused;
        }
    }

    private static FolderLock lock(Path folder) throws IOException {
        var channel =
                FileChannel.open(folder.resolve("outbox.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new FolderLock(folder, channel);
            }
        } catch (OverlappingFileLockException heldByAnotherLoaderOfThisClass) {
            // told below, as for any other holder
        }
        channel.close();
        throw OutboxProblems.inUse(folder);
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.close();
            HELD.remove(folder);
        }
    }
}
