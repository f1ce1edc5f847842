// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.file;

import dev.signalbox.protocol.codec.ProblemException;
import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/// Keeps uploaded files from filling the disk: 2 GiB, or a tenth of a small disk, stay free for all else a hub keeps.
/// What is still on its way counts.
public final class Space {
    private static final long MOST_KEPT_FREE = 2L * 1024 * 1024 * 1024;

    private final File disk;
    private final AtomicLong coming = new AtomicLong();

    Space(Path folder) {
        this.disk = folder.toFile();
    }

    /// Sets bytes aside until the result is closed, or throws `file.no-space`.
    public AutoCloseable take(long bytes) {
        long all = coming.addAndGet(bytes);
        AutoCloseable giveBack = () -> coming.addAndGet(-bytes);
        if (disk.getUsableSpace() - all < Math.min(MOST_KEPT_FREE, disk.getTotalSpace() / 10)) {
            coming.addAndGet(-bytes);
            throw new ProblemException(FileProblems.noSpace());
        }
        return giveBack;
    }
}
