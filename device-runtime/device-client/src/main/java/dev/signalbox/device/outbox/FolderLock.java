// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Keeps a second program from sending the same outbox.
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static FolderLock take(Path folder) throws IOException {
        var channel =
                FileChannel.open(folder.resolve("outbox.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new FolderLock(channel);
            }
        } catch (OverlappingFileLockException heldByThisProgram) {
            // told below, as for any other holder
        }
        channel.close();
        throw OutboxProblems.inUse(folder);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
