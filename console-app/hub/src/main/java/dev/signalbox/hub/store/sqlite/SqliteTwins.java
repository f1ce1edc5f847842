// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.StoredTags;
import dev.signalbox.hub.store.StoredTwin;
import dev.signalbox.hub.store.TwinRecords;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.node.ObjectNode;

record SqliteTwins(Handle handle, LeafUpkeep upkeep) implements TwinRecords {
    @Override
    public Optional<StoredTwin> find(DeviceId id) {
        return handle.createQuery("SELECT * FROM twin WHERE device = ?")
                .bind(0, id.value())
                .map((row, context) -> storedTwin(row))
                .findOne();
    }

    @Override
    public void put(DeviceId id, StoredTwin twin) {
        handle.execute(
                "INSERT INTO twin (device, desired, desired_version, reported, reported_version) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (device) DO UPDATE SET "
                        + times("twin.", "excluded.desired_version", "excluded.reported_version")
                        + ", desired = excluded.desired, desired_version = excluded.desired_version,"
                        + " reported = excluded.reported, reported_version = excluded.reported_version",
                id.value(),
                Json.writeText(twin.desired()),
                twin.desiredVersion(),
                Json.writeText(twin.reported()),
                twin.reportedVersion());
        upkeep.changed(ClientId.of(id));
    }

    @Override
    public Optional<StoredTwin> find(ClientId id) {
        if (id.module().isEmpty()) {
            return find(id.device());
        }
        return handle.createQuery("SELECT * FROM module WHERE device = ? AND id = ?")
                .bind(0, id.device().value())
                .bind(1, id.module().get())
                .map((row, context) -> storedTwin(row))
                .findOne();
    }

    @Override
    public void put(ClientId id, StoredTwin twin) {
        if (id.module().isEmpty()) {
            put(id.device(), twin);
            return;
        }
        handle.execute(
                "UPDATE module SET " + times("", "?", "?")
                        + ", desired = ?, desired_version = ?, reported = ?, reported_version = ?"
                        + " WHERE device = ? AND id = ?",
                twin.desiredVersion(),
                twin.reportedVersion(),
                Json.writeText(twin.desired()),
                twin.desiredVersion(),
                Json.writeText(twin.reported()),
                twin.reportedVersion(),
                id.device().value(),
                id.module().get());
        upkeep.changed(id);
    }

    /// Notes when a side got another version.
    private static String times(String table, String desiredVersion, String reportedVersion) {
        return time("desired", table, desiredVersion) + ", " + time("reported", table, reportedVersion);
    }

    private static String time(String side, String table, String version) {
        return side + "_at = CASE WHEN " + table + side + "_version = " + version + " THEN " + table + side
                + "_at ELSE strftime('%Y-%m-%dT%H:%M:%fZ', 'now') END";
    }

    @Override
    public Optional<StoredTags> tags(ClientId id) {
        return handle.createQuery("SELECT tags, tags_edition FROM device WHERE id = :device AND :module = ''"
                        + " UNION ALL SELECT tags, tags_edition FROM module WHERE device = :device AND id = :module")
                .bind("device", id.device().value())
                .bind("module", id.module().orElse(""))
                .map((row, context) -> storedTags(row))
                .findOne();
    }

    @Override
    public void putTags(ClientId id, ObjectNode tags) {
        String text = Json.writeText(tags);
        String set = " SET tags_edition = tags_edition + (tags <> ?), tags = ? WHERE ";
        if (id.module().isEmpty()) {
            handle.execute(
                    "UPDATE device" + set + "id = ?", text, text, id.device().value());
        } else {
            handle.execute(
                    "UPDATE module" + set + "device = ? AND id = ?",
                    text,
                    text,
                    id.device().value(),
                    id.module().get());
        }
        upkeep.changed(id);
    }

    @Override
    public Optional<ObjectNode> document(ClientId id, boolean connected) {
        return upkeep.document(id, connected);
    }

    static StoredTwin storedTwin(ResultSet row) throws SQLException {
        return new StoredTwin(
                Json.read(row.getString("desired"), ObjectNode.class),
                row.getLong("desired_version"),
                Json.read(row.getString("reported"), ObjectNode.class),
                row.getLong("reported_version"),
                new StoredTwin.Times(at(row, "desired_at"), at(row, "reported_at")));
    }

    private static Optional<Instant> at(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(Instant::parse);
    }

    static StoredTags storedTags(ResultSet row) throws SQLException {
        return new StoredTags(Json.read(row.getString("tags"), ObjectNode.class), row.getLong("tags_edition"));
    }
}
