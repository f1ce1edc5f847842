// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.CloudMessageRecords;
import dev.signalbox.hub.store.StoredCloudMessage;
import dev.signalbox.hub.store.StoredFeedback;
import dev.signalbox.protocol.codec.PropertyBags;
import dev.signalbox.protocol.identity.DeviceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/// Messages to devices in SQLite.
record SqliteCloudMessages(Handle handle) implements CloudMessageRecords {
    private static final int MOST_FEEDBACK = 10_000;

    @Override
    public List<StoredCloudMessage> of(DeviceId device) {
        return handle.createQuery("SELECT * FROM cloud_message WHERE device = ? ORDER BY id")
                .bind(0, device.value())
                .map(SqliteCloudMessages::message)
                .list();
    }

    @Override
    public Optional<StoredCloudMessage> find(DeviceId device, long id) {
        return handle.createQuery("SELECT * FROM cloud_message WHERE device = ? AND id = ?")
                .bind(0, device.value())
                .bind(1, id)
                .map(SqliteCloudMessages::message)
                .findOne();
    }

    @Override
    public List<StoredCloudMessage> expired(Instant now, int most) {
        return handle.createQuery("SELECT * FROM cloud_message WHERE expires_at <= ? ORDER BY id LIMIT ?")
                .bind(0, now.toEpochMilli())
                .bind(1, most)
                .map(SqliteCloudMessages::message)
                .list();
    }

    @Override
    public void add(StoredCloudMessage message) {
        handle.execute(
                "INSERT INTO cloud_message (device, properties, body, expires_at, locked_by, deliveries)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                message.device().value(),
                PropertyBags.write(message.properties()),
                message.body(),
                message.expiresAt().toEpochMilli(),
                message.lockedBy(),
                message.deliveries());
    }

    @Override
    public void lock(long id, String by) {
        handle.execute("UPDATE cloud_message SET locked_by = ?, deliveries = deliveries + 1 WHERE id = ?", by, id);
    }

    @Override
    public void delete(long id) {
        handle.execute("DELETE FROM cloud_message WHERE id = ?", id);
    }

    @Override
    public void addFeedback(StoredFeedback feedback) {
        handle.execute(
                "INSERT INTO cloud_feedback (device, message_id, outcome, at) VALUES (?, ?, ?, ?)",
                feedback.device().value(),
                feedback.messageId(),
                feedback.outcome(),
                feedback.at().toEpochMilli());
        handle.execute(
                "DELETE FROM cloud_feedback WHERE id <= (SELECT max(id) FROM cloud_feedback) - ?", MOST_FEEDBACK);
    }

    @Override
    public List<StoredFeedback> feedback(int most) {
        return handle.createQuery("SELECT * FROM cloud_feedback ORDER BY id LIMIT ?")
                .bind(0, most)
                .map((row, context) -> new StoredFeedback(
                        row.getLong("id"),
                        new DeviceId(row.getString("device")),
                        row.getString("message_id"),
                        row.getString("outcome"),
                        Instant.ofEpochMilli(row.getLong("at"))))
                .list();
    }

    @Override
    public void deleteFeedback(long upTo) {
        handle.execute("DELETE FROM cloud_feedback WHERE id <= ?", upTo);
    }

    private static StoredCloudMessage message(ResultSet row, StatementContext context) throws SQLException {
        return new StoredCloudMessage(
                row.getLong("id"),
                new DeviceId(row.getString("device")),
                PropertyBags.read(row.getString("properties")),
                row.getBytes("body"),
                Instant.ofEpochMilli(row.getLong("expires_at")),
                row.getString("locked_by"),
                row.getInt("deliveries"));
    }
}
