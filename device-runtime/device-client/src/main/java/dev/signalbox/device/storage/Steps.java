// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes step after step, and knows what may be believed after one that failed. For the committing thread, but for the
/// newest ids.
final class Steps {
    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);
    private static final long BYTES_OF_A_STEP = 16L << 10;
    private static final int FULL = 13;

    private final Path path;
    private final Connections connections;
    private final long logBytes;
    private volatile long lastParcel;
    private volatile long lastArrival;
    private long inLog;
    private boolean failed;
    private boolean doubtful;

    /// @param logBytes when the log is to be moved into the database
    Steps(Path path, Connections connections, long logBytes) throws SQLException, IOException {
        this.path = path;
        this.connections = connections;
        this.logBytes = logBytes;
        Reader reader = connections.reader();
        this.inLog = Files.exists(logOf(path)) ? Files.size(logOf(path)) : 0;
        this.lastParcel = reader.number("SELECT max(id) FROM body");
        this.lastArrival = reader.number(
                "SELECT max(id) FROM (SELECT max(id) AS id FROM inbox UNION ALL SELECT max(arrival) FROM seen)");
    }

    /// What a crash left in it counts too.
    private static Path logOf(Path database) {
        return database.resolveSibling(database.getFileName() + "-wal");
    }

    long lastParcel() {
        return lastParcel;
    }

    long lastArrival() {
        return lastArrival;
    }

    /// All of it or nothing.
    void write(Step step) throws SQLException {
        openIfDoubtful();
        Writer writer = connections.writer();
        try {
            writer.begin(step.synced());
            if (failed) {
                writer.forgetAfter(lastParcel, lastArrival);
            }
            writer.write(step);
            writer.commit(step.synced());
        } catch (Throwable unwritten) {
            failed = true;
            doubtful = !isFull(unwritten);
            takeBack();
            throw unwritten;
        }
        failed = false;
        written(step);
    }

    private void takeBack() {
        try {
            connections.takeBack();
        } catch (SQLException unusable) {
            doubtful = true;
        }
    }

    private void written(Step step) {
        inLog += BYTES_OF_A_STEP;
        for (NewParcel parcel : step.added()) {
            lastParcel = parcel.row().id();
            inLog += parcel.entries().stream().mapToLong(Entry::bytes).sum();
        }
        for (Arrived message : step.inbox().arrived()) {
            lastArrival = message.id();
            inLog += message.payload().length;
        }
    }

    /// Whether the last one failed, so that the next one has to remove what it may have left.
    boolean owes() {
        return failed;
    }

    /// Whether nobody knows if the last one was written.
    boolean isDoubtful() {
        return doubtful;
    }

    /// The file is to be opened anew before anything else.
    void doubt() {
        doubtful = true;
    }

    /// Another file is to be there then: nothing is left to be removed.
    void forget() {
        failed = false;
    }

    /// What a disk says after a failed sync is not to be believed until the file is opened anew.
    void openIfDoubtful() throws SQLException {
        if (doubtful) {
            connections.openAnew();
            inLog = 0;
            doubtful = false;
        }
    }

    /// Moves the log into the database if it has grown, or the disk is full: a log that was moved is written anew from
    /// its beginning, and then what the hub has can be recorded. What is written stays written if that fails.
    void tidy() {
        if ((inLog < logBytes && !failed) || doubtful) {
            return;
        }
        try {
            connections.writer().checkpoint(false);
            inLog = 0;
        } catch (SQLException | RuntimeException unmoved) {
            LOG.warn("The log of {} could not be moved into it: {}", path, unmoved.getMessage());
            failed = true;
            doubtful = !isFull(unmoved);
        }
    }

    private static boolean isFull(Throwable failure) {
        return failure instanceof SQLException sql && (sql.getErrorCode() & 0xff) == FULL;
    }
}
