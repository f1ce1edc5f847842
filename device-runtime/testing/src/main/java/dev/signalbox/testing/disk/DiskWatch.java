// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.testing.disk;

import java.io.IOException;
import java.nio.file.Path;

/// Hears of each step before it is done, on the thread that does it, and may have it fail.
@FunctionalInterface
public interface DiskWatch {
    /// Throws what the disk is to fail with; then the step is not done.
    void before(DiskStep step) throws IOException;

    /// The folder as it is seen through a watched disk. What is made of this path (`resolve` and the like) goes
    /// the same way; what leaves `Path` (`toFile`, `toUri`, other processes) does not.
    static Path over(Path folder, DiskWatch watch) {
        return new WatchedDisk(folder.getFileSystem(), watch).path(folder.toAbsolutePath());
    }
}
