// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.outbox;

import dev.signalbox.protocol.codec.PropertyBags;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The SQLite file: written by the committing thread, read by the link's, each over a connection of its own.
///
/// Write-ahead log with a sync at each commit, so what is committed survives a power cut.
final class OutboxFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxFile.class);

    private final Connection writer;
    private final Connection reader;

    private OutboxFile(Connection writer, Connection reader) {
        this.writer = writer;
        this.reader = reader;
    }

    /// Opens or makes the file. Throws SQLException, of a damaged file too.
    static OutboxFile open(Path file) throws SQLException {
        Connection writer = connect(file);
        try {
            var opened = new OutboxFile(writer, connect(file));
            opened.prepare();
            return opened;
        } catch (SQLException | RuntimeException failed) {
            writer.close();
            throw failed;
        }
    }

    private static Connection connect(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try {
            run(connection, "PRAGMA busy_timeout = 10000");
            run(connection, "PRAGMA journal_mode = WAL");
            run(connection, "PRAGMA synchronous = FULL");
            run(connection, "PRAGMA journal_size_limit = 16777216");
            return connection;
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    private void prepare() throws SQLException {
        String health = text("PRAGMA quick_check(1)").orElse("");
        if (!health.equals("ok")) {
            throw new SQLException("database disk image is malformed: " + health, "", Damage.CORRUPT);
        }
        run(writer, "CREATE TABLE IF NOT EXISTS outbox (epoch TEXT NOT NULL) STRICT");
        run(
                writer,
                "CREATE TABLE IF NOT EXISTS message (seq INTEGER PRIMARY KEY AUTOINCREMENT,"
                        + " properties BLOB NOT NULL, payload BLOB NOT NULL) STRICT");
        run(writer, "INSERT INTO outbox SELECT '" + UUID.randomUUID() + "' WHERE NOT EXISTS (SELECT 1 FROM outbox)");
    }

    String epoch() throws SQLException {
        return text("SELECT epoch FROM outbox").orElseThrow(() -> new SQLException("the epoch is missing"));
    }

    /// The highest sequence ever given, also when its message is gone.
    long last() throws SQLException {
        return number("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'message'");
    }

    long count() throws SQLException {
        return number("SELECT count(*) FROM message");
    }

    long bytes() throws SQLException {
        return number("SELECT coalesce(sum(length(properties) + length(payload)), 0) FROM message");
    }

    List<Queued> after(long sequence, int limit) throws SQLException {
        try (PreparedStatement query = reader.prepareStatement(
                "SELECT seq, payload, properties FROM message WHERE seq > ? ORDER BY seq LIMIT ?")) {
            query.setLong(1, sequence);
            query.setInt(2, limit);
            var messages = new ArrayList<Queued>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    messages.add(queued(rows));
                }
            }
            return messages;
        }
    }

    private static Queued queued(ResultSet row) throws SQLException {
        byte[] payload = row.getBytes(2);
        byte[] bag = row.getBytes(3);
        var properties = PropertyBags.read(new String(bag, StandardCharsets.UTF_8));
        return new Queued(row.getLong(1), payload, properties, (long) payload.length + bag.length);
    }

    /// Removes and adds in one commit: all of it or, on failure, nothing.
    void write(List<Long> removed, long first, List<NewMessage> added) throws SQLException {
        run(writer, "BEGIN IMMEDIATE");
        try {
            delete(removed);
            insert(first, added);
            run(writer, "COMMIT");
        } catch (SQLException | RuntimeException failed) {
            rollback();
            throw failed;
        }
    }

    private void delete(List<Long> sequences) throws SQLException {
        try (PreparedStatement delete = writer.prepareStatement("DELETE FROM message WHERE seq = ?")) {
            for (long sequence : sequences) {
                delete.setLong(1, sequence);
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    private void insert(long first, List<NewMessage> messages) throws SQLException {
        try (PreparedStatement insert =
                writer.prepareStatement("INSERT INTO message (seq, properties, payload) VALUES (?, ?, ?)")) {
            long sequence = first;
            for (NewMessage message : messages) {
                insert.setLong(1, sequence++);
                insert.setBytes(2, message.properties());
                insert.setBytes(3, message.payload());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /// On a full disk SQLite has rolled back by itself, and then refuses to do it again.
    private void rollback() {
        try {
            run(writer, "ROLLBACK");
        } catch (SQLException alreadyDone) {
            LOG.debug("Nothing to roll back: {}", alreadyDone.getMessage());
        }
    }

    /// Lets the file grow to so many pages at most; beyond, writing fails as on a full disk.
    void limitPages(long pages) throws SQLException {
        run(writer, "PRAGMA max_page_count = " + pages);
    }

    @Override
    public void close() throws SQLException {
        try (writer) {
            reader.close();
        }
    }

    private Optional<String> text(String query) throws SQLException {
        try (Statement statement = reader.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }

    private long number(String query) throws SQLException {
        try (Statement statement = reader.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
