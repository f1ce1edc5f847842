// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.Marks;
import dev.signalbox.hub.store.StoredTags;
import dev.signalbox.hub.store.StoredTwin;
import dev.signalbox.hub.store.Times;
import dev.signalbox.hub.store.TwinRecords;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

record SqliteTwins(Handle handle, LeafUpkeep upkeep) implements TwinRecords {
    private static final String SIDES = "desired, desired_version, desired_at, desired_marks, "
            + "reported, reported_version, reported_at, reported_marks";
    private static final String NEW_SIDES = "excluded." + SIDES.replace(", ", ", excluded.");

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
                "INSERT INTO twin (" + SIDES + ", device) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (device) DO UPDATE SET (" + SIDES + ") = (" + NEW_SIDES + ")",
                values(twin, id.value()));
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
                "UPDATE module SET (" + SIDES + ") = (?, ?, ?, ?, ?, ?, ?, ?) WHERE device = ? AND id = ?",
                values(twin, id.device().value(), id.module().get()));
        upkeep.changed(id);
    }

    private static Object[] values(StoredTwin twin, String... who) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(Json.writeText(twin.desired()));
        values.add(twin.desiredVersion());
        values.addAll(marks(twin.times().desired()));
        values.add(Json.writeText(twin.reported()));
        values.add(twin.reportedVersion());
        values.addAll(marks(twin.times().reported()));
        values.addAll(List.of(who));
        return values.toArray();
    }

    private static List<@Nullable String> marks(Marks marks) {
        return Arrays.asList(marks.last().map(Times::text).orElse(null), marks.text());
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
        long desiredVersion = row.getLong("desired_version");
        return new StoredTwin(
                Json.read(row.getString("desired"), ObjectNode.class),
                desiredVersion,
                Json.read(row.getString("reported"), ObjectNode.class),
                row.getLong("reported_version"),
                new StoredTwin.Times(
                        marks(row, "desired", OptionalLong.of(desiredVersion)),
                        marks(row, "reported", OptionalLong.empty())));
    }

    private static Marks marks(ResultSet row, String side, OptionalLong version) throws SQLException {
        return Marks.stored(row.getString(side + "_marks"), row.getString(side + "_at"), version);
    }

    static StoredTags storedTags(ResultSet row) throws SQLException {
        return new StoredTags(Json.read(row.getString("tags"), ObjectNode.class), row.getLong("tags_edition"));
    }
}
