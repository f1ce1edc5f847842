// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.log;

import dev.signalbox.protocol.action.LogPage;
import dev.signalbox.protocol.action.LogQuestion;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.LogLine;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads one page of one file. A line that is not whole is left out.
final class LogReading {
    private static final Pattern NEXT = Pattern.compile("(\\d{1,15}):(\\d{1,10})");

    private final LogQuestion asked;
    private final List<LogLine> lines = new ArrayList<>();
    private int bytes;

    private LogReading(LogQuestion asked) {
        this.asked = asked;
    }

    static LogPage page(LogFolder folder, LogQuestion asked) throws IOException {
        List<Long> numbers = folder.numbers();
        Optional<Long> first = numbers.stream().findFirst();
        if (first.isEmpty()) {
            return new LogPage(List.of(), "");
        }
        long number = first.get();
        long offset = 0;
        if (!asked.after().isEmpty()) {
            Matcher next = NEXT.matcher(asked.after());
            if (!next.matches()) {
                throw new IllegalArgumentException("A page begins where another one ended");
            }
            number = Math.max(number, Long.parseLong(next.group(1)));
            offset = number == Long.parseLong(next.group(1)) ? Long.parseLong(next.group(2)) : 0;
        }
        return new LogReading(asked).read(folder, number, offset, numbers.getLast());
    }

    private LogPage read(LogFolder folder, long number, long offset, long last) throws IOException {
        long reached = offset;
        try (var in = new BufferedInputStream(Files.newInputStream(folder.file(number)))) {
            in.skipNBytes(offset);
            for (byte[] line = next(in); line != null; line = next(in)) {
                if (!isRoomFor(line)) {
                    return new LogPage(lines, number + ":" + reached);
                }
                reached += line.length + 1;
            }
        } catch (NoSuchFileException | java.io.EOFException goneMeanwhile) {
            // it was the oldest, and newer lines took its place
        }
        return new LogPage(lines, number < last ? (number + 1) + ":0" : "");
    }

    /// Takes the line if it counts.
    private boolean isRoomFor(byte[] json) {
        Optional<LogLine> line = json.length == 0 ? Optional.empty() : line(json);
        boolean counts = line.filter(
                        one -> !one.at().isBefore(asked.from()) && one.at().isBefore(asked.until()))
                .isPresent();
        if (counts && bytes > 0 && bytes + json.length + 1 > LogPage.MOST_BYTES) {
            return false;
        }
        if (counts) {
            bytes += json.length + 1;
            line.ifPresent(lines::add);
        }
        return true;
    }

    private static Optional<LogLine> line(byte[] json) {
        try {
            LogLine line = Json.read(json, LogLine.class);
            return line.at() == null || line.level() == null ? Optional.empty() : Optional.of(line);
        } catch (ProblemException torn) {
            return Optional.empty();
        }
    }

    /// Null at the end, and for a line that is still being written.
    private static byte @Nullable [] next(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int one = in.read(); one >= 0; one = in.read()) {
            if (one == '\n') {
                return line.toByteArray();
            }
            line.write(one);
        }
        return null;
    }
}
