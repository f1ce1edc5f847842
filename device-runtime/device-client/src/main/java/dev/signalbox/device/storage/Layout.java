// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.storage;

import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Account;
import dev.signalbox.protocol.report.Problem;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// How the database is laid out, and how connections to it are set up.
///
/// What a parcel is stands apart from its messages, so that recording how many of them are done touches a short row.
final class Layout {
    static final int VERSION = 2;

    /// The layout whose account had no check sum.
    private static final int WITHOUT_SUM = 1;

    /// What the file's number and its application's number make together, so that a bit that flips in one of them is
    /// not taken for a newer program: "SB", with room for the number.
    private static final long MARK = 0x5342_0000;

    private static final List<String> TABLES = List.of(
            "CREATE TABLE parcel (lane INTEGER NOT NULL, id INTEGER NOT NULL, epoch TEXT NOT NULL,"
                    + " first_seq INTEGER NOT NULL, entries INTEGER NOT NULL, taken INTEGER NOT NULL,"
                    + " added_age INTEGER NOT NULL, expires_age INTEGER NOT NULL, crc INTEGER NOT NULL,"
                    + " PRIMARY KEY (lane, id)) STRICT, WITHOUT ROWID",
            "CREATE TABLE body (id INTEGER PRIMARY KEY, entries BLOB NOT NULL) STRICT",
            "CREATE TABLE books (one INTEGER PRIMARY KEY CHECK (one = 1), taken INTEGER NOT NULL,"
                    + " forwarded INTEGER NOT NULL, waiting INTEGER NOT NULL, expired INTEGER NOT NULL,"
                    + " displaced INTEGER NOT NULL, damaged INTEGER NOT NULL, refused INTEGER NOT NULL,"
                    + " bytes INTEGER NOT NULL, age INTEGER NOT NULL, wall INTEGER NOT NULL,"
                    + " crc INTEGER NOT NULL DEFAULT 0) STRICT",
            "CREATE TABLE inbox (id INTEGER PRIMARY KEY, mid TEXT NOT NULL, bag BLOB NOT NULL,"
                    + " payload BLOB NOT NULL, attempts INTEGER NOT NULL, crc INTEGER NOT NULL) STRICT",
            "CREATE TABLE seen (mid TEXT PRIMARY KEY, arrival INTEGER NOT NULL) STRICT, WITHOUT ROWID");

    private Layout() {}

    /// Write-ahead log with a sync at each commit, which moves into the database only when it is told to.
    static Connection connect(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try {
            run(connection, "PRAGMA busy_timeout = 10000");
            run(connection, "PRAGMA journal_mode = WAL");
            run(connection, "PRAGMA synchronous = FULL");
            run(connection, "PRAGMA wal_autocheckpoint = 0");
            run(connection, "PRAGMA journal_size_limit = 16777216");
            return connection;
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    /// Makes the tables of a file that has none.
    static void prepare(Connection connection) throws SQLException {
        long version = version(connection);
        if (version < VERSION) {
            run(connection, "BEGIN IMMEDIATE");
            if (version == WITHOUT_SUM) {
                run(connection, "ALTER TABLE books ADD COLUMN crc INTEGER NOT NULL DEFAULT 0");
                mark(connection);
            } else {
                create(connection, new Account(0, 0, 0, 0, 0, 0, 0, 0));
            }
            run(connection, "COMMIT");
        }
    }

    /// The layout of the file, 0 for a new one; sets right whichever of its two numbers the disk damaged.
    private static long version(Connection connection) throws SQLException {
        long version = number(connection, "PRAGMA user_version");
        long told = MARK - number(connection, "PRAGMA application_id");
        if (told == version && version > VERSION) {
            throw newer(version);
        }
        if ((version == 0 && told == MARK) || version == WITHOUT_SUM || told == version) {
            return version;
        }
        if (told != VERSION && version != VERSION) {
            throw new SQLException("the number of its layout is damaged", null, Damage.CORRUPT);
        }
        mark(connection);
        return VERSION;
    }

    private static ProblemException newer(long version) {
        return new ProblemException(new Problem(
                "outbox.newer",
                "The outbox was written by a newer version of this program (layout " + version + ").",
                "Use that version, or give this one a data folder of its own."));
    }

    private static void mark(Connection connection) throws SQLException {
        run(connection, "PRAGMA application_id = " + (MARK - VERSION));
        run(connection, "PRAGMA user_version = " + VERSION);
    }

    /// Inside a transaction of the caller.
    static void create(Connection connection, Account books) throws SQLException {
        for (String table : TABLES) {
            run(connection, table);
        }
        run(connection, "INSERT INTO books VALUES (1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)");
        try (var update = new BooksRow(connection)) {
            update.write(books, 0, 0);
        }
        mark(connection);
    }

    static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
