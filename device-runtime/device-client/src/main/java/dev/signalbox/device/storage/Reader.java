// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.storage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A connection that reads. For one thread at a time. It prepares each query anew, for the driver gives up a statement
/// once it failed.
final class Reader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reader.class);
    private static final long BYTES_AT_A_TIME = 256 << 10;
    private static final String ROW =
            "SELECT lane, id, epoch, first_seq, entries, taken, added_age, expires_age, crc FROM parcel WHERE lane = ?";

    private final Connection connection;

    static Reader open(Path file) throws SQLException {
        return new Reader(Layout.connect(file));
    }

    /// @param connection closed with this reader
    Reader(Connection connection) {
        this.connection = connection;
    }

    /// Rows of a lane between two ids, the second included, in order.
    List<Row> rows(int lane, long after, long upTo, int most) throws SQLException {
        try (var query = connection.prepareStatement(ROW + " AND id > ? AND id <= ? ORDER BY id LIMIT ?")) {
            query.setInt(1, lane);
            query.setLong(2, after);
            query.setLong(3, upTo);
            query.setInt(4, most);
            var rows = new ArrayList<Row>();
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    rows.add(row(found));
                }
            }
            return rows;
        }
    }

    Optional<Row> row(int lane, long id) throws SQLException {
        return rows(lane, id - 1, id, 1).stream().findFirst();
    }

    /// @param whole whether it is as it was written
    record Row(ParcelRow row, boolean whole) {}

    private static Row row(ResultSet found) throws SQLException {
        var row = new ParcelRow(
                found.getInt(1),
                found.getLong(2),
                found.getString(3),
                found.getLong(4),
                Math.clamp(found.getInt(5), 1, ParcelRow.MOST),
                Math.clamp(found.getInt(6), 0, ParcelRow.MOST),
                found.getLong(7),
                found.getLong(8));
        boolean whole = row.crc() == found.getLong(9);
        return new Row(whole ? row : row.with(0), whole);
    }

    /// The parcels of these rows, in order: at least one if there is any, and no more once they have so many messages,
    /// or take a quarter of a megabyte.
    List<Parcel> parcels(List<Row> rows, int messages) throws SQLException {
        var parcels = new ArrayList<Parcel>();
        int read = 0;
        long bytes = 0;
        for (Row row : rows) {
            Parcel parcel = parcel(row);
            parcels.add(parcel);
            read += row.row().entries() - row.row().taken();
            bytes += parcel.payloadBytes();
            if (read >= messages || bytes >= BYTES_AT_A_TIME) {
                break;
            }
        }
        return parcels;
    }

    /// The parcel of a row; its messages are empty where they are damaged, and all are if the row is.
    Parcel parcel(Row row) throws SQLException {
        if (row.whole()) {
            return new Parcel(row.row(), entries(row.row()));
        }
        return new Parcel(row.row(), Collections.nCopies(row.row().entries(), Optional.empty()));
    }

    private List<Optional<Entry>> entries(ParcelRow row) throws SQLException {
        try (var query = connection.prepareStatement("SELECT entries FROM body WHERE id = ?")) {
            query.setLong(1, row.id());
            try (ResultSet found = query.executeQuery()) {
                return ParcelBody.read(row, found.next() ? bytes(found, 1) : new byte[0]);
            }
        } catch (SQLException failed) {
            if (!Damage.isDamage(failed)) {
                throw failed;
            }
            return ParcelBody.read(row, new byte[0]);
        }
    }

    static byte[] bytes(ResultSet found, int column) throws SQLException {
        byte[] bytes = found.getBytes(column);
        return bytes == null ? new byte[0] : bytes;
    }

    /// In the order of their coming, those behind that the program failed with often, the least often first.
    List<Arrived> inbox(long upTo, int most) throws SQLException {
        List<Arrived> messages = inbox("attempts < 10 ORDER BY id", upTo, most);
        messages.addAll(inbox("attempts >= 10 ORDER BY attempts, id", upTo, most - messages.size()));
        return messages;
    }

    /// Damaged ones do not count, or one in front would hide those behind it.
    private List<Arrived> inbox(String which, long upTo, int most) throws SQLException {
        var messages = new ArrayList<Arrived>();
        if (most < 1) {
            return messages;
        }
        try (var query = connection.prepareStatement(
                "SELECT id, mid, bag, payload, attempts, crc FROM inbox WHERE id <= ? AND " + which)) {
            query.setLong(1, upTo);
            try (ResultSet found = query.executeQuery()) {
                while (messages.size() < most && found.next()) {
                    arrived(found).ifPresent(messages::add);
                }
            }
        }
        return messages;
    }

    private static Optional<Arrived> arrived(ResultSet found) throws SQLException {
        var message =
                new Arrived(found.getLong(1), found.getString(2), bytes(found, 3), bytes(found, 4), found.getInt(5));
        if (message.crc() == found.getLong(6)) {
            return Optional.of(message);
        }
        LOG.error("Message {} from the cloud is damaged on disk and not handed over", message.id());
        return Optional.empty();
    }

    boolean seen(String messageId, long upTo) throws SQLException {
        try (var query = connection.prepareStatement("SELECT 1 FROM seen WHERE mid = ? AND arrival <= ?")) {
            query.setString(1, messageId);
            query.setLong(2, upTo);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    long number(String query) throws SQLException {
        return Layout.number(connection, query);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
