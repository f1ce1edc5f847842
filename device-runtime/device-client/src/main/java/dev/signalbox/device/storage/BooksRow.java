// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.storage;

import dev.signalbox.protocol.report.Account;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.zip.CRC32C;

/// The one row that says what became of all messages, and what time it was.
final class BooksRow implements AutoCloseable {
    /// @param age the age clock when it was written
    /// @param wall the device's calendar then, in milliseconds; 0 for never
    /// @param whole whether it is as it was written
    record Read(Account books, long age, long wall, boolean whole) {}

    private static final long UNCHECKED = 0;

    private final PreparedStatement update;

    BooksRow(Connection connection) throws SQLException {
        this.update = connection.prepareStatement("UPDATE books SET taken = ?, forwarded = ?, waiting = ?, expired = ?,"
                + " displaced = ?, damaged = ?, refused = ?, bytes = ?, age = ?, wall = ?, crc = ?");
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
        update.setLong(11, crc(books, age, wall));
        if (update.executeUpdate() != 1) {
            throw new SQLException("the account is missing", "", Damage.CORRUPT);
        }
    }

    static Read read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT taken, forwarded, waiting, expired, displaced, damaged,"
                        + " refused, bytes, age, wall, crc FROM books")) {
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
            long age = row.getLong(9);
            long wall = row.getLong(10);
            long crc = row.getLong(11);
            return new Read(books, age, wall, crc == UNCHECKED || crc == crc(books, age, wall));
        }
    }

    private static long crc(Account books, long age, long wall) {
        var numbers = ByteBuffer.allocate(80);
        numbers.putLong(books.taken()).putLong(books.forwarded()).putLong(books.waiting());
        numbers.putLong(books.expired()).putLong(books.displaced()).putLong(books.damaged());
        numbers.putLong(books.refused()).putLong(books.waitingBytes());
        var crc = new CRC32C();
        crc.update(numbers.putLong(age).putLong(wall).flip());
        return crc.getValue();
    }

    @Override
    public void close() throws SQLException {
        update.close();
    }
}
