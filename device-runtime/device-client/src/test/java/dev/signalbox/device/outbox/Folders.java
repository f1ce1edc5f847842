// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Takes folders away that a test has looked at, for it looks at thousands.
final class Folders {
    private Folders() {}

    /// Whether a file has that in its name.
    static boolean has(Path folder, String part) throws IOException {
        try (var files = Files.list(folder)) {
            return files.anyMatch(file -> file.getFileName().toString().contains(part));
        }
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
