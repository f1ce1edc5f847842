// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import dev.signalbox.hub.store.StoreProblems;
import dev.signalbox.protocol.codec.ProblemException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Reads pieces of the log that an index refers to. For one thread.
public final class LogPieces implements AutoCloseable {
    private static final int AHEAD = 1 << 14;

    private final Path folder;
    private final Map<Integer, ReadWindow> open = new HashMap<>();

    LogPieces(Path folder) {
        this.folder = folder;
    }

    /// So many bytes of a file, valid until the next call; empty if they are not there, as when they are forgotten.
    /// Throws ProblemException when the disk refuses.
    public Optional<ByteBuffer> read(int segment, long at, int length) {
        try {
            ReadWindow file = open.get(segment);
            if (file == null) {
                file = open(segment);
                open.put(segment, file);
            }
            return file.read(at, length, Long.MAX_VALUE);
        } catch (NoSuchFileException forgotten) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new ProblemException(
                    StoreProblems.unreadable(folder.toString(), String.valueOf(unreadable.getMessage())), unreadable);
        }
    }

    /// What was read of a file is read again, and through the system's cache: it was not what was written. A block that
    /// was read when it stood at the end of the file has had more written into it since.
    public void distrust(int segment) {
        try {
            ReadWindow file = open.get(segment);
            if (file != null) {
                file.distrust();
            }
        } catch (IOException unreadable) {
            throw new ProblemException(
                    StoreProblems.unreadable(folder.toString(), String.valueOf(unreadable.getMessage())), unreadable);
        }
    }

    private ReadWindow open(int segment) throws IOException {
        Path file = Segment.numbered(folder, segment)
                .orElseThrow(() -> new NoSuchFileException(String.valueOf(segment)))
                .file();
        return new ReadWindow(file, AHEAD, true);
    }

    @Override
    public void close() {
        for (ReadWindow file : open.values()) {
            try {
                file.close();
            } catch (IOException nothingToLose) {
                // it was only read
            }
        }
        open.clear();
    }
}
