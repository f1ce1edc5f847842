// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Tells a damaged file from one that cannot be opened for another reason, and moves it out of the way.
final class Damage {
    /// SQLite's code of a malformed image.
    static final int CORRUPT = 11;

    private static final int ERROR = 1;
    private static final int CONSTRAINT = 19;
    private static final int MISMATCH = 20;
    private static final int NOT_A_DATABASE = 26;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    private Damage() {}

    /// Whether what is on the disk contradicts itself. Our own statements break no constraint of a sound file.
    static boolean isDamage(SQLException failure) {
        return switch (failure.getErrorCode() & 0xff) {
            case CORRUPT, NOT_A_DATABASE, CONSTRAINT, MISMATCH -> true;
            case ERROR -> isOfAnotherLayout(failure);
            default -> false;
        };
    }

    /// A flipped bit in what the database knows of its tables hides one of them, or a column.
    private static boolean isOfAnotherLayout(SQLException failure) {
        return String.valueOf(failure.getMessage()).contains("no such ");
    }

    /// The same while the file is being opened, when a table that is missing is damage too.
    static boolean isDamageAtOpening(SQLException failure) {
        return isDamage(failure) || (failure.getErrorCode() & 0xff) == ERROR;
    }

    /// Moves the file and what SQLite keeps beside it; returns where the file is now.
    static Path moveAside(Path file, Clock clock) throws IOException {
        String stamp = unused(file, ".damaged-" + STAMP.format(clock.instant()));
        for (String companion : new String[] {"-wal", "-shm"}) {
            Path beside = file.resolveSibling(file.getFileName() + companion);
            if (Files.exists(beside)) {
                Files.move(beside, file.resolveSibling(file.getFileName() + stamp + companion));
            }
        }
        return Files.move(file, file.resolveSibling(file.getFileName() + stamp));
    }

    /// A machine without the time may have used the same stamp before, and what was kept then stays.
    private static String unused(Path file, String stamp) {
        String free = stamp;
        for (int again = 2; Files.exists(file.resolveSibling(file.getFileName() + free)); again++) {
            free = stamp + "-" + again;
        }
        return free;
    }
}
