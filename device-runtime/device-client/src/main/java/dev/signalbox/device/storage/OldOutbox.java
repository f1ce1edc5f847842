// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.storage;

import dev.signalbox.protocol.report.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// The outbox of version 0.1, one row a message, made into today's database once. Its messages keep epoch and number,
/// so that the hub knows those it has already.
final class OldOutbox {
    private static final int NORMAL = 1;
    private static final int MESSAGES = 256;
    private static final long BYTES = 256 << 10;

    private final Writer writer;
    private final String epoch;
    private final List<Entry> gathered = new ArrayList<>();
    private long first;
    private long parcels;
    private long bytes;

    private OldOutbox(Writer writer, String epoch) {
        this.writer = writer;
        this.epoch = epoch;
    }

    /// All of it in one transaction; a power cut leaves the old file or the new one.
    static void convert(Path old, Path now) throws SQLException, IOException {
        try (Connection connection = Layout.connect(old)) {
            if (Layout.number(connection, "PRAGMA user_version") == 0) {
                convert(connection);
            }
            Layout.run(connection, "PRAGMA journal_mode = DELETE");
        }
        Files.move(old, now, StandardCopyOption.ATOMIC_MOVE);
        AtomicFile.syncFolderOf(now);
    }

    private static void convert(Connection connection) throws SQLException {
        Layout.run(connection, "BEGIN IMMEDIATE");
        long taken = Layout.number(connection, "SELECT max(seq) FROM sqlite_sequence WHERE name = 'message'");
        long waiting = Layout.number(connection, "SELECT count(*) FROM message");
        long bytes = Layout.number(connection, "SELECT sum(length(properties) + length(payload)) FROM message");
        Layout.create(connection, new Account(taken, taken - waiting, waiting, 0, 0, 0, 0, bytes));
        new OldOutbox(new Writer(connection, Disk.MACHINE), epoch(connection)).move(connection);
        Layout.run(connection, "DROP TABLE message");
        Layout.run(connection, "DROP TABLE outbox");
        Layout.run(connection, "COMMIT");
    }

    private static String epoch(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT epoch FROM outbox")) {
            if (row.next()) {
                return row.getString(1);
            }
            throw new SQLException("the epoch is missing", "", Damage.CORRUPT);
        }
    }

    private void move(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT seq, properties, payload FROM message ORDER BY seq")) {
            while (rows.next()) {
                var entry = new Entry(Reader.bytes(rows, 2), Reader.bytes(rows, 3), "", 0, 0);
                gather(rows.getLong(1), entry);
            }
        }
        close();
    }

    private void gather(long sequence, Entry entry) throws SQLException {
        if (gathered.size() == MESSAGES || bytes >= BYTES || sequence != first + gathered.size()) {
            close();
            first = sequence;
        }
        gathered.add(entry);
        bytes += entry.bytes();
    }

    private void close() throws SQLException {
        if (!gathered.isEmpty()) {
            var row = new ParcelRow(NORMAL, ++parcels, epoch, first, gathered.size(), 0, 0, 0);
            writer.add(new NewParcel(row, gathered));
            gathered.clear();
            bytes = 0;
        }
    }
}
