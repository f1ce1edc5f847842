// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The files of large payloads. One goes when it is on the disk that its message need not be sent any more.
record LargeFiles(Path folder) {
    private static final Logger LOG = LoggerFactory.getLogger(LargeFiles.class);

    void delete(List<String> names) {
        for (String name : names) {
            try {
                Files.deleteIfExists(folder.resolve(name));
            } catch (IOException kept) {
                LOG.warn("The payload {} could not be deleted: {}", name, kept.getMessage());
            }
        }
    }
}
