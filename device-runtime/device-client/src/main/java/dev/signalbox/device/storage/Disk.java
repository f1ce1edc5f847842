// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.storage;

import java.nio.file.Path;
import java.sql.SQLException;

/// The points at which the database meets the disk, so that a test can make a disk fail at each of them, or look at
/// what
/// a power cut would leave.
public interface Disk {
    /// A disk that does as it is told.
    Disk MACHINE = new Disk() {};

    /// The database is about to be opened, for the first time or anew.
    default void opening(Path file) throws SQLException {}

    /// Ends a transaction.
    ///
    /// @param synced whether it is on the disk itself afterwards
    default void commit(Action commit, boolean synced) throws SQLException {
        commit.run();
    }

    /// Syncs the log, moves what it holds into the database, and syncs that.
    default void checkpoint(Action checkpoint) throws SQLException {
        checkpoint.run();
    }

    /// What is done at such a point.
    interface Action {
        void run() throws SQLException;
    }
}
