// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// Opens files of the log for writing.
interface Disk {
    /// @param pastCache false once a file system took the option and then no write
    FileChannel open(Path file, boolean pastCache) throws IOException;
}
