// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.log;

import dev.signalbox.protocol.action.LogPage;
import dev.signalbox.protocol.action.LogQuestion;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.report.LogLine;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The node's own log, as long as the hub was away and longer: the last 12 to 16 MiB of lines, in four
/// files of one JSON object a line. A line is in the system's hands before `accept` returns, so that
/// it outlives a crash of the process; a power cut may cost the last seconds. A disk that takes no
/// lines is told once, and tried again. From any thread.
public final class LogFile implements Consumer<LogLine>, AutoCloseable {
    static final long FULL_BYTES = 4L << 20;

    private static final int MOST_FILES = 4;

    private final LogFolder folder;
    private long number;
    private long size;
    private @Nullable OutputStream open;
    private boolean failing;

    /// @param path a folder of its own; made when the first line comes
    public LogFile(Path path) {
        this.folder = new LogFolder(path);
    }

    @Override
    public synchronized void accept(LogLine line) {
        byte[] json = Json.write(line);
        try {
            OutputStream file = fileFor(json.length + 1);
            file.write(json);
            file.write('\n');
            file.flush();
            size += json.length + 1;
            failing = false;
        } catch (IOException refused) {
            close();
            if (!failing) {
                failing = true;
                System.getLogger("node")
                        .log(System.Logger.Level.WARNING, "The node's own log takes no lines: " + refused.getMessage());
            }
        }
    }

    private OutputStream fileFor(int bytes) throws IOException {
        OutputStream file = open;
        if (file != null && size + bytes <= FULL_BYTES) {
            return file;
        }
        boolean goesOn = file == null && isNewestNotFull(bytes);
        close();
        number = goesOn ? folder.newest() : folder.newest() + 1;
        folder.keep(number, MOST_FILES);
        size = goesOn ? Files.size(folder.file(number)) : 0;
        file = new java.io.BufferedOutputStream(
                Files.newOutputStream(folder.file(number), StandardOpenOption.CREATE, StandardOpenOption.APPEND));
        open = file;
        if (goesOn) {
            // ends a line that a power cut tore
            file.write('\n');
            size++;
        }
        return file;
    }

    private boolean isNewestNotFull(int bytes) throws IOException {
        Path newest = folder.file(folder.newest());
        return Files.exists(newest) && Files.size(newest) + bytes < FULL_BYTES;
    }

    /// Some of the lines of a span. Looks through at most one file at a time.
    ///
    /// Throws IllegalArgumentException when `after` is no page's `next`.
    public LogPage read(LogQuestion asked) throws IOException {
        return LogReading.page(folder, asked);
    }

    @Override
    public synchronized void close() {
        OutputStream file = open;
        open = null;
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException refused) {
            System.getLogger("node").log(System.Logger.Level.DEBUG, "The node's own log was not closed", refused);
        }
    }
}
