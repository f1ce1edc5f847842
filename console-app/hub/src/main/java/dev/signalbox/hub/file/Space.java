// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.file;

import dev.signalbox.protocol.codec.ProblemException;
import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/// Keeps uploaded files from filling the disk: twice as much stays free as messages have to leave, so that files give
/// way first. What is still on its way counts.
public final class Space {
    private final Path hub;
    private final File disk;
    private final long kept;
    private final AtomicLong coming = new AtomicLong();

    /// @param hub the hub's folder
    /// @param leftByMessages bytes of its disk that messages leave free
    public Space(Path hub, long leftByMessages) {
        this.hub = hub;
        this.disk = hub.toFile();
        this.kept = 2 * leftByMessages;
    }

    Path hub() {
        return hub;
    }

    /// Sets bytes aside until the result is closed, or throws `file.no-space`.
    public AutoCloseable take(long bytes) {
        long all = coming.addAndGet(bytes);
        AutoCloseable giveBack = () -> coming.addAndGet(-bytes);
        if (disk.getUsableSpace() - all < kept) {
            coming.addAndGet(-bytes);
            throw new ProblemException(FileProblems.noSpace());
        }
        return giveBack;
    }
}
