// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent;

import dev.signalbox.agent.storage.Folder;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;

/// Keeps a second node off the same folder. The system lets go of it when the process ends, however it ends.
record NodeLock(FileChannel channel, FileLock lock) implements AutoCloseable {
    static NodeLock on(Folder folder) {
        try {
            var channel = FileChannel.open(
                    folder.path().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new ProblemException(new Problem(
                        "node.runs-already",
                        "A node runs in " + folder.path() + " already.",
                        "Stop it first, or give this one another folder with --data."));
            }
            return new NodeLock(channel, lock);
        } catch (IOException refused) {
            throw new ProblemException(
                    new Problem("storage.unusable", "The node cannot lock its folder.", "Check the folder's rights."),
                    refused);
        }
    }

    boolean isHeld() {
        return lock.isValid();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException late) {
            // the process ends anyway, and the lock with it
        }
    }
}
