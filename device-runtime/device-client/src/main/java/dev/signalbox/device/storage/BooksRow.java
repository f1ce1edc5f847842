// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.storage;

import dev.signalbox.protocol.report.Account;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/// The one row that says what became of all messages, and what time it was.
final class BooksRow implements AutoCloseable {
    /// @param age the age clock when it was written
    /// @param wall the device's calendar then, in milliseconds; 0 for never
    record Read(Account books, long age, long wall) {}

    private final PreparedStatement update;

    BooksRow(Connection connection) throws SQLException {
        this.update = connection.prepareStatement("UPDATE books SET taken = ?, forwarded = ?, waiting = ?, expired = ?,"
                + " displaced = ?, damaged = ?, refused = ?, bytes = ?, age = ?, wall = ?");
    }

    void write(Account books, long age, long wall) throws SQLException {
        update.setLong(1, books.taken());
        update.setLong(2, books.forwarded());
        update.setLong(3, books.waiting());
        update.setLong(4, books.expired());
        update.setLong(5, books.displaced());
        update.setLong(6, books.damaged());
        update.setLong(7, books.refused());
        update.setLong(8, books.waitingBytes());
        update.setLong(9, age);
        update.setLong(10, wall);
        if (update.executeUpdate() != 1) {
            throw new SQLException("the account is missing", "", Damage.CORRUPT);
        }
    }

    static Read read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT taken, forwarded, waiting, expired, displaced, damaged,"
                        + " refused, bytes, age, wall FROM books")) {
            if (!row.next()) {
                throw new SQLException("the account is missing", "", Damage.CORRUPT);
            }
            var books = new Account(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getLong(6),
                    row.getLong(7),
                    row.getLong(8));
            return new Read(books, row.getLong(9), row.getLong(10));
        }
    }

    @Override
    public void close() throws SQLException {
        update.close();
    }
}
