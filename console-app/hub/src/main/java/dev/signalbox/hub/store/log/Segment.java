// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import dev.signalbox.hub.store.StoreProblems;
import dev.signalbox.protocol.codec.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One file of the log, `stream-<number>-<yyyy-MM-dd>.log`: the messages of one day, so that forgetting a day is
/// deleting its files. A clock that is set back begins another file; the order is that of the numbers.
///
/// @param number from 1 on; 0 for none
/// @param day in UTC
record Segment(Path folder, int number, LocalDate day) {
    private static final Pattern NAME = Pattern.compile("stream-(\\d{6,9})-(\\d{4}-\\d{2}-\\d{2})\\.log");

    /// What stands before the next file, where there is none or none that may be gone on with.
    static Segment none(Path folder, int number) {
        return new Segment(folder, number, LocalDate.MIN);
    }

    boolean isNone() {
        return day.equals(LocalDate.MIN);
    }

    /// The file after this one.
    Segment next(LocalDate day) {
        return new Segment(folder, number + 1, day);
    }

    Path file() {
        return folder.resolve(String.format(Locale.ROOT, "stream-%06d-%s.log", number, day));
    }

    void delete() {
        try {
            Files.deleteIfExists(file());
        } catch (IOException refused) {
            throw new ProblemException(
                    StoreProblems.failed(file().toString(), String.valueOf(refused.getMessage())), refused);
        }
    }

    /// Empty for a name that is like one of ours and none.
    private static Optional<Segment> named(Path folder, Matcher name) {
        try {
            int number = Integer.parseInt(name.group(1));
            return Optional.of(new Segment(folder, number, LocalDate.parse(name.group(2))));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /// The one of a number, if there is one.
    static Optional<Segment> numbered(Path folder, int number) {
        return in(folder).stream().filter(segment -> segment.number() == number).findFirst();
    }

    /// Those there are, oldest first.
    static List<Segment> in(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .flatMap(name -> named(folder, name).stream())
                    .sorted(Comparator.comparing(Segment::number))
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new ProblemException(
                    StoreProblems.unreadable(folder.toString(), String.valueOf(unreadable.getMessage())), unreadable);
        }
    }
}
