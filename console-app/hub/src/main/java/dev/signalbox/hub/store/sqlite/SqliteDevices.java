// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.DeviceRecords;
import dev.signalbox.hub.store.StoredDevice;
import dev.signalbox.hub.store.StoredTags;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.Switches;
import dev.signalbox.protocol.report.NodeReport;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import tools.jackson.databind.node.ObjectNode;

record SqliteDevices(Handle handle, LeafUpkeep upkeep) implements DeviceRecords {
    @Override
    public Optional<StoredDevice> find(DeviceId id) {
        return handle.createQuery("SELECT * FROM device WHERE id = ?")
                .bind(0, id.value())
                .map(SqliteDevices::device)
                .findOne();
    }

    @Override
    public List<StoredDevice> after(String after, int most) {
        return handle.createQuery("SELECT * FROM device WHERE id > ? ORDER BY id LIMIT ?")
                .bind(0, after)
                .bind(1, most)
                .map(SqliteDevices::device)
                .list();
    }

    /// Each device has a row there, and those rows are the shortest.
    @Override
    public long count() {
        return handle.createQuery("SELECT count(*) FROM subject WHERE module = ''")
                .mapTo(Long.class)
                .one();
    }

    @Override
    public void add(StoredDevice device) {
        handle.execute(
                "INSERT INTO device (id, primary_key, secondary_key, tags, last_seen) VALUES (?, ?, ?, ?, ?)",
                device.id().value(),
                device.primaryKey(),
                device.secondaryKey(),
                Json.writeText(device.tags()),
                device.lastSeen().map(Instant::toString).orElse(null));
        upkeep.changed(ClientId.of(device.id()));
    }

    @Override
    public void setKeys(DeviceId id, String primaryKey, String secondaryKey) {
        handle.execute(
                "UPDATE device SET primary_key = ?, secondary_key = ? WHERE id = ?",
                primaryKey,
                secondaryKey,
                id.value());
    }

    @Override
    public void setTags(DeviceId id, Map<String, String> tags) {
        var all = new SqliteTwins(handle, upkeep);
        ClientId device = ClientId.of(id);
        all.tags(device).ifPresent(has -> all.putTags(device, StoredTags.withFlat(has.document(), tags)));
    }

    @Override
    public void setLastSeen(DeviceId id, Instant at) {
        handle.execute("UPDATE device SET last_seen = ? WHERE id = ?", at.toString(), id.value());
        upkeep.changed(ClientId.of(id));
    }

    @Override
    public void delete(DeviceId id) {
        upkeep.deleted(id);
        handle.execute("DELETE FROM device WHERE id = ?", id.value());
    }

    @Override
    public Switches switches(DeviceId id) {
        return handle.createQuery("SELECT switches FROM switches WHERE device = ?")
                .bind(0, id.value())
                .mapTo(String.class)
                .findOne()
                .map(json -> Json.read(json, Switches.class))
                .orElse(Switches.ALL_ON);
    }

    @Override
    public void setSwitches(DeviceId id, Switches switches) {
        handle.execute(
                "INSERT OR REPLACE INTO switches (device, switches) VALUES (?, ?)",
                id.value(),
                Json.writeText(switches));
    }

    @Override
    public Optional<NodeReport> report(DeviceId id) {
        return handle.createQuery("SELECT report FROM report WHERE device = ?")
                .bind(0, id.value())
                .mapTo(String.class)
                .findOne()
                .map(json -> Json.read(json, NodeReport.class));
    }

    @Override
    public void setReport(DeviceId id, NodeReport report) {
        handle.execute(
                "INSERT INTO report (device, report) SELECT id, ? FROM device WHERE id = ?"
                        + " ON CONFLICT (device) DO UPDATE SET report = excluded.report",
                Json.writeText(report),
                id.value());
    }

    private static StoredDevice device(ResultSet row, StatementContext context) throws SQLException {
        return new StoredDevice(
                new DeviceId(row.getString("id")),
                row.getString("primary_key"),
                row.getString("secondary_key"),
                StoredTags.flat(Json.read(row.getString("tags"), ObjectNode.class)),
                Optional.ofNullable(row.getString("last_seen")).map(Instant::parse));
    }
}
