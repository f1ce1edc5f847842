// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.testing.disk;

import java.nio.file.Path;

/// One thing that is done to a disk.
///
/// @param path what it is done to, on the real disk
public record DiskStep(Kind kind, Path path) {
    public enum Kind {
        MAKE_FOLDER,
        /// For writing.
        OPEN,
        WRITE,
        /// In the midst of a write: its first half is there.
        HALF_WRITTEN,
        SYNC,
        RIGHTS,
        MOVE,
        DELETE,
        READ;

        /// Whether it takes room.
        public boolean grows() {
            return this == MAKE_FOLDER || this == OPEN || this == WRITE || this == HALF_WRITTEN;
        }

        /// Whether it changes what is on the disk.
        public boolean changes() {
            return this != READ;
        }
    }

    @Override
    public String toString() {
        return kind + " " + path.getFileName();
    }
}
