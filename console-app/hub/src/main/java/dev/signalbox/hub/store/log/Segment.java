// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import dev.signalbox.hub.store.StoreProblems;
import dev.signalbox.protocol.codec.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One file of the log, `stream-<number>-<yyyy-MM-dd>.log`: the messages of one day, so that forgetting a day is
/// deleting its files. A clock that is set back begins another file; the order is that of the numbers.
///
/// @param number from 1 on; 0 for none
/// @param day in UTC
record Segment(Path folder, int number, LocalDate day) {
    private static final Pattern NAME = Pattern.compile("stream-(\\d{6,9})-(\\d{4}-\\d{2}-\\d{2})\\.log");

    /// What stands before the first file.
    static Segment none(Path folder) {
        return new Segment(folder, 0, LocalDate.EPOCH);
    }

    /// The file after this one.
    Segment next(LocalDate day) {
        return new Segment(folder, number + 1, day);
    }

    Path file() {
        return folder.resolve("stream-%06d-%s.log".formatted(number, day));
    }

    void delete() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException refused) {
            throw new ProblemException(
                    StoreProblems.failed(file().toString(), String.valueOf(refused.getMessage())), refused);
        }
    }

    /// Those there are, oldest first.
    static List<Segment> in(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> new Segment(folder, Integer.parseInt(name.group(1)), LocalDate.parse(name.group(2))))
                    .sorted(Comparator.comparing(Segment::number))
                    .toList();
        } catch (IOException unreadable) {
            throw new ProblemException(
                    StoreProblems.unreadable(folder.toString(), String.valueOf(unreadable.getMessage())), unreadable);
        }
    }
}
