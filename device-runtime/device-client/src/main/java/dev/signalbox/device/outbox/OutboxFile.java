// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import dev.signalbox.protocol.codec.PropertyBags;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sqlite.SQLiteConfig;

/// The SQLite file: WAL, synchronous=FULL, so that a commit survives a power cut. One writing connection, used by the
/// committing thread only, and one reading connection, used by the sender only.
final class OutboxFile implements AutoCloseable {
    private final Connection writing;
    private final Connection reading;

    private OutboxFile(Connection writing, Connection reading) {
        this.writing = writing;
        this.reading = reading;
    }

    static OutboxFile open(Path file) throws SQLException {
        Connection writing = connect(file);
        try {
            writing.setAutoCommit(true);
            try (var statement = writing.createStatement()) {
                statement.execute(
                        "CREATE TABLE IF NOT EXISTS message ("
                                + "sequence INTEGER PRIMARY KEY AUTOINCREMENT, properties TEXT NOT NULL, payload BLOB NOT NULL) STRICT");
                statement.execute("CREATE TABLE IF NOT EXISTS epoch (id TEXT NOT NULL) STRICT");
                statement.execute(
                        "INSERT INTO epoch SELECT '" + UUID.randomUUID() + "' WHERE NOT EXISTS (SELECT 1 FROM epoch)");
            }
            writing.setAutoCommit(false);
            return new OutboxFile(writing, connect(file));
        } catch (SQLException broken) {
            writing.close();
            throw broken;
        }
    }

    private static Connection connect(Path file) throws SQLException {
        var config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(10_000);
        config.setCacheSize(-1_000);
        return config.createConnection("jdbc:sqlite:" + file);
    }

    String epoch() throws SQLException {
        try (var statement = reading.createStatement();
                var row = statement.executeQuery("SELECT id FROM epoch")) {
            row.next();
            return row.getString(1);
        }
    }

    /// Number and bytes of what waits.
    long[] waiting() throws SQLException {
        try (var statement = reading.createStatement();
                var row = statement.executeQuery("SELECT count(*), coalesce(sum(length(payload)), 0) FROM message")) {
            row.next();
            return new long[] {row.getLong(1), row.getLong(2)};
        }
    }

    List<OutboxEntry> after(long sequence, int most) throws SQLException {
        try (var statement = reading.prepareStatement(
                "SELECT sequence, payload, properties FROM message WHERE sequence > ? ORDER BY sequence LIMIT ?")) {
            statement.setLong(1, sequence);
            statement.setInt(2, most);
            var entries = new ArrayList<OutboxEntry>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries.add(
                            new OutboxEntry(rows.getLong(1), rows.getBytes(2), PropertyBags.read(rows.getString(3))));
                }
            }
            return entries;
        }
    }

    /// Adds and removes in one commit; all or nothing.
    void commit(List<OutboxEntry> added, List<Long> removed) throws SQLException {
        try (var insert = writing.prepareStatement("INSERT INTO message (properties, payload) VALUES (?, ?)");
                var delete = writing.prepareStatement("DELETE FROM message WHERE sequence = ?")) {
            for (OutboxEntry entry : added) {
                insert.setString(1, PropertyBags.write(entry.properties()));
                insert.setBytes(2, entry.payload());
                insert.executeUpdate();
            }
            for (Long sequence : removed) {
                delete.setLong(1, sequence);
                delete.executeUpdate();
            }
            writing.commit();
        } catch (SQLException failed) {
            writing.rollback();
            throw failed;
        }
    }

    @Override
    public void close() throws SQLException {
        reading.close();
        writing.close();
    }
}
