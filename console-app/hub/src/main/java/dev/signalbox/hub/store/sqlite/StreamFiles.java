// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.StoreProblems;
import dev.signalbox.protocol.codec.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/// The names of the day files.
final class StreamFiles {
    private StreamFiles() {}

    static Path of(Path folder, LocalDate day) {
        return folder.resolve("stream-" + day + ".db");
    }

    static LocalDate day(Path file) {
        String name = file.getFileName().toString();
        return LocalDate.parse(name.substring("stream-".length(), name.length() - ".db".length()));
    }

    /// With what SQLite keeps beside it.
    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-wal"));
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
        } catch (IOException refused) {
            throw new ProblemException(
                    StoreProblems.failed(file.toString(), String.valueOf(refused.getMessage())), refused);
        }
    }

    static List<Path> newestFirst(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("stream-\\d{4}-\\d{2}-\\d{2}\\.db"))
                    .sorted(Comparator.comparing(
                                    (Path file) -> file.getFileName().toString())
                            .reversed())
                    .toList();
        } catch (IOException unreadable) {
            throw new ProblemException(
                    StoreProblems.unreadable(folder.toString(), String.valueOf(unreadable.getMessage())), unreadable);
        }
    }
}
