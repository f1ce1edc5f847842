// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.StoredTwin;
import dev.signalbox.hub.store.TwinDocument;
import dev.signalbox.hub.store.TwinRecords;
import dev.signalbox.hub.store.sqlite.leaf.Leaves;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.DeviceId;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.node.ObjectNode;

record SqliteTwins(Handle handle) implements TwinRecords {
    @Override
    public Optional<StoredTwin> find(DeviceId id) {
        return handle.createQuery("SELECT * FROM twin WHERE device = ?")
                .bind(0, id.value())
                .map((row, context) -> new StoredTwin(
                        Json.read(row.getString("desired"), ObjectNode.class),
                        row.getLong("desired_version"),
                        Json.read(row.getString("reported"), ObjectNode.class),
                        row.getLong("reported_version")))
                .findOne();
    }

    @Override
    public void put(DeviceId id, StoredTwin twin) {
        handle.execute(
                "INSERT OR REPLACE INTO twin (device, desired, desired_version, reported, reported_version)"
                        + " VALUES (?, ?, ?, ?, ?)",
                id.value(),
                Json.writeText(twin.desired()),
                twin.desiredVersion(),
                Json.writeText(twin.reported()),
                twin.reportedVersion());
        new Leaves(handle).put(id, "properties", TwinDocument.properties(twin));
    }
}
