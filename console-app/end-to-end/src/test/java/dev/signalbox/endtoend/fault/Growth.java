// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// Sees a store being written, from outside: SQLite appends each commit to the file's write-ahead log, and messages are
/// appended to a log of their own.
record Growth(Path folder, String start) {
    private static final long LOOK_NANOS = 50_000;

    /// Waits until it was written so many times, or for so many milliseconds.
    void await(int writes, long atMostMillis) {
        long end = System.nanoTime() + atMostMillis * 1_000_000;
        List<String> before = state();
        int seen = 0;
        while (seen < writes && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_NANOS);
            List<String> now = state();
            if (!now.equals(before)) {
                seen++;
                before = now;
            }
        }
    }

    private List<String> state() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(start))
                    .filter(file -> file.getFileName().toString().matches(".*(-wal|\\.log)"))
                    .map(Growth::state)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String state(Path log) {
        try {
            return log.getFileName() + " " + Files.size(log) + " " + Files.getLastModifiedTime(log);
        } catch (NoSuchFileException meanwhileGone) {
            return "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
