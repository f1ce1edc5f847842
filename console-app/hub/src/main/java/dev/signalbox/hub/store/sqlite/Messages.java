// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.protocol.codec.PropertyBags;
import dev.signalbox.protocol.identity.DeviceId;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The statements on a day file. Those for appending are plain JDBC: they run for every message.
final class Messages {
    /// The newest number seen of one outbox.
    record Mark(String device, String epoch, long sequence) {}

    private Messages() {}

    /// Adds the message unless its outbox was here before with this number or a later one.
    static boolean append(Handle handle, StoredMessage message) {
        try {
            Optional<StoredMessage.Position> position = message.position();
            if (position.isPresent() && !raise(handle, message.device().value(), position.get())) {
                return false;
            }
            try (PreparedStatement insert = handle.getConnection()
                    .prepareStatement(
                            "INSERT INTO message (device, received_at, properties, payload) VALUES (?, ?, ?, ?)")) {
                insert.setString(1, message.device().value());
                insert.setLong(2, message.receivedAt().toEpochMilli());
                insert.setString(3, PropertyBags.write(message.properties()));
                insert.setBytes(4, message.payload());
                insert.executeUpdate();
            }
            return true;
        } catch (SQLException failed) {
            throw new org.jdbi.v3.core.ConnectionException(failed);
        }
    }

    static List<StoredMessage> newest(Handle handle, DeviceId device, int most) {
        return handle.createQuery("SELECT * FROM message WHERE device = ? ORDER BY id DESC LIMIT ?")
                .bind(0, device.value())
                .bind(1, most)
                .map((row, context) -> new StoredMessage(
                        new DeviceId(row.getString("device")),
                        Instant.ofEpochMilli(row.getLong("received_at")),
                        PropertyBags.read(row.getString("properties")),
                        row.getBytes("payload")))
                .list()
                .reversed();
    }

    static List<Mark> marks(Handle handle) {
        return handle.createQuery("SELECT device, epoch, sequence FROM mark")
                .map((row, context) ->
                        new Mark(row.getString("device"), row.getString("epoch"), row.getLong("sequence")))
                .list();
    }

    static int raise(Handle handle, List<Mark> marks) {
        try {
            for (Mark mark : marks) {
                raise(handle, mark.device(), new StoredMessage.Position(mark.epoch(), mark.sequence()));
            }
            return marks.size();
        } catch (SQLException failed) {
            throw new org.jdbi.v3.core.ConnectionException(failed);
        }
    }

    private static boolean raise(Handle handle, String device, StoredMessage.Position to) throws SQLException {
        try (PreparedStatement mark = handle.getConnection()
                .prepareStatement("INSERT INTO mark (device, epoch, sequence) VALUES (?, ?, ?)"
                        + " ON CONFLICT (device, epoch) DO UPDATE SET sequence = excluded.sequence"
                        + " WHERE excluded.sequence > sequence")) {
            mark.setString(1, device);
            mark.setString(2, to.epoch());
            mark.setLong(3, to.sequence());
            return mark.executeUpdate() == 1;
        }
    }
}
