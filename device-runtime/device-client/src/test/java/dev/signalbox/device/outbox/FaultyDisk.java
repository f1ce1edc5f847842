// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import dev.signalbox.device.storage.Disk;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/// A disk that fails at chosen points, some times in a row, and then is well again.
final class FaultyDisk implements Disk {
    /// How a disk fails, with SQLite's code for it.
    enum Fault {
        FULL(13),
        READ_ONLY(8),
        ERROR_BEFORE_COMMIT(10),
        /// The disk took it, and only the answer got lost.
        ERROR_AFTER_COMMIT(10),
        /// Written into the log, but nobody knows whether that is on the disk: SQLite's IOERR_FSYNC.
        SYNC_FAILED(1034),
        /// And then the file cannot be opened anew either, for a while.
        SYNC_FAILED_AND_GONE(1034);

        private final int code;

        Fault(int code) {
            this.code = code;
        }

        boolean commitsFirst() {
            return ordinal() >= ERROR_AFTER_COMMIT.ordinal();
        }
    }

    private final Fault fault;
    private final AtomicInteger pointsBefore;
    private final AtomicInteger failures;
    private boolean opened;

    /// @param pointsBefore so many points go well
    /// @param failures so many then do not
    FaultyDisk(Fault fault, int pointsBefore, int failures) {
        this.fault = fault;
        this.pointsBefore = new AtomicInteger(pointsBefore);
        this.failures = new AtomicInteger(failures);
    }

    /// Whether all its faults have happened.
    boolean isThroughWith() {
        return failures.get() <= 0;
    }

    @Override
    public void opening(Path file) throws SQLException {
        if (opened && fault == Fault.SYNC_FAILED_AND_GONE && failures.getAndDecrement() > 0) {
            throw new SQLException("unable to open database file", "", 14);
        }
        opened = true;
    }

    @Override
    public void commit(Action commit, boolean synced) throws SQLException {
        point(commit);
    }

    @Override
    public void checkpoint(Action checkpoint) throws SQLException {
        point(checkpoint);
    }

    private void point(Action action) throws SQLException {
        boolean fails = pointsBefore.getAndDecrement() <= 0 && failures.getAndDecrement() > 0;
        if (!fails || fault.commitsFirst()) {
            action.run();
        }
        if (fails) {
            throw new SQLException("the disk fails: " + fault, "", fault.code);
        }
    }
}
