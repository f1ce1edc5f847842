// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The connection that changes the database, with its statements prepared. For the committing thread alone.
final class Writer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final int SEEN = 256;

    private final Connection connection;
    private final Disk disk;
    private final BooksRow books;
    private final PreparedStatement addRow;
    private final PreparedStatement addBody;
    private final PreparedStatement progress;
    private final PreparedStatement removeRow;
    private final PreparedStatement removeBody;
    private boolean asked;
    private boolean syncing;

    /// Opens the file, and makes its tables if it has none.
    static Writer open(Path file, Disk disk) throws SQLException {
        Connection connection = Layout.connect(file);
        try {
            Layout.prepare(connection);
            return new Writer(connection, disk);
        } catch (SQLException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
    }

    /// @param connection to a file that has the tables; closed with this writer
    Writer(Connection connection, Disk disk) throws SQLException {
        this.connection = connection;
        this.disk = disk;
        books = new BooksRow(connection);
        addRow = connection.prepareStatement("INSERT INTO parcel VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        addBody = connection.prepareStatement("INSERT INTO body VALUES (?, ?)");
        progress = connection.prepareStatement("UPDATE parcel SET taken = ?, crc = ? WHERE lane = ? AND id = ?");
        removeRow = connection.prepareStatement("DELETE FROM parcel WHERE lane = ? AND id = ?");
        removeBody = connection.prepareStatement("DELETE FROM body WHERE id = ?");
    }

    Connection connection() {
        return connection;
    }

    /// The same with fresh statements: the driver gives up those that failed.
    Writer again() throws SQLException {
        rollback();
        for (var statement : new AutoCloseable[] {books, addRow, addBody, progress, removeRow, removeBody}) {
            Connections.shut(statement);
        }
        return new Writer(connection, disk);
    }

    void begin(boolean synced) throws SQLException {
        if (!asked || syncing != synced) {
            Layout.run(connection, "PRAGMA synchronous = " + (synced ? "FULL" : "NORMAL"));
            syncing = synced;
            asked = true;
        }
        Layout.run(connection, "BEGIN IMMEDIATE");
    }

    /// Removes what came after these ids: parts of steps that failed, and of which nobody was told that they are safe.
    void forgetAfter(long parcel, long arrival) throws SQLException {
        Layout.run(connection, "DELETE FROM parcel WHERE lane IN (0, 1, 2) AND id > " + parcel);
        Layout.run(connection, "DELETE FROM body WHERE id > " + parcel);
        Layout.run(connection, "DELETE FROM inbox WHERE id > " + arrival);
        Layout.run(connection, "DELETE FROM seen WHERE arrival > " + arrival);
    }

    void write(Step step) throws SQLException {
        for (NewParcel parcel : step.added()) {
            add(parcel);
        }
        for (ParcelRow row : step.progressed()) {
            record(row);
        }
        write(step.inbox());
        books.write(step.books(), step.age(), step.wall());
    }

    void add(NewParcel parcel) throws SQLException {
        ParcelRow row = parcel.row();
        addRow.setInt(1, row.lane());
        addRow.setLong(2, row.id());
        addRow.setString(3, row.epoch());
        addRow.setLong(4, row.firstSequence());
        addRow.setInt(5, row.entries());
        addRow.setInt(6, row.taken());
        addRow.setLong(7, row.addedAge());
        addRow.setLong(8, row.expiresAge());
        addRow.setLong(9, row.crc());
        addRow.executeUpdate();
        addBody.setLong(1, row.id());
        addBody.setBytes(2, ParcelBody.write(row, parcel.entries()));
        addBody.executeUpdate();
    }

    private void record(ParcelRow row) throws SQLException {
        if (row.taken() < row.entries()) {
            progress.setInt(1, row.taken());
            progress.setLong(2, row.crc());
            progress.setInt(3, row.lane());
            progress.setLong(4, row.id());
            progress.executeUpdate();
        } else {
            removeRow.setInt(1, row.lane());
            removeRow.setLong(2, row.id());
            removeRow.executeUpdate();
            removeBody.setLong(1, row.id());
            removeBody.executeUpdate();
        }
    }

    private void write(Step.InboxStep step) throws SQLException {
        for (Arrived message : step.arrived()) {
            add(message);
        }
        for (long id : step.attempted()) {
            Layout.run(connection, "UPDATE inbox SET attempts = attempts + 1 WHERE id = " + id);
        }
        for (long id : step.handled()) {
            Layout.run(connection, "DELETE FROM inbox WHERE id = " + id);
        }
    }

    private void add(Arrived message) throws SQLException {
        try (var insert = connection.prepareStatement("INSERT INTO inbox VALUES (?, ?, ?, ?, ?, ?)");
                var seen = connection.prepareStatement("INSERT OR REPLACE INTO seen VALUES (?, ?)")) {
            insert.setLong(1, message.id());
            insert.setString(2, message.messageId());
            insert.setBytes(3, message.bag());
            insert.setBytes(4, message.payload());
            insert.setInt(5, message.attempts());
            insert.setLong(6, message.crc());
            insert.executeUpdate();
            if (!message.messageId().isEmpty()) {
                seen.setString(1, message.messageId());
                seen.setLong(2, message.id());
                seen.executeUpdate();
                Layout.run(connection, "DELETE FROM seen WHERE arrival <= " + (message.id() - SEEN));
            }
        }
    }

    void commit(boolean synced) throws SQLException {
        disk.commit(() -> Layout.run(connection, "COMMIT"), synced);
    }

    /// On a full disk SQLite may have rolled back by itself; then it refuses to do it again, and that is fine.
    void rollback() {
        try {
            Layout.run(connection, "ROLLBACK");
        } catch (SQLException alreadyDone) {
            LOG.debug("Nothing to roll back: {}", alreadyDone.getMessage());
        }
    }

    /// Moves the log into the database. Throws SQLException unless all of it could be moved where that is asked for.
    void checkpoint(boolean whole) throws SQLException {
        disk.checkpoint(() -> {
            long busy = Layout.number(connection, "PRAGMA wal_checkpoint(" + (whole ? "TRUNCATE" : "PASSIVE") + ")");
            if (whole && busy != 0) {
                throw new SQLException("the log is in use");
            }
        });
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
