// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.FlowRecords;
import dev.signalbox.operator.flow.Flow;
import dev.signalbox.protocol.codec.Json;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

record SqliteFlows(Handle handle) implements FlowRecords {
    @Override
    public Optional<Flow> find(String name) {
        return handle.createQuery("SELECT flow FROM flow WHERE name = ?")
                .bind(0, name)
                .mapTo(String.class)
                .findOne()
                .map(json -> Json.read(json, Flow.class));
    }

    @Override
    public List<Flow> all() {
        return handle.createQuery("SELECT flow FROM flow ORDER BY name").mapTo(String.class).stream()
                .map(json -> Json.read(json, Flow.class))
                .toList();
    }

    @Override
    public void put(Flow flow) {
        handle.execute("INSERT OR REPLACE INTO flow (name, flow) VALUES (?, ?)", flow.name(), Json.writeText(flow));
    }

    @Override
    public void delete(String name) {
        handle.execute("DELETE FROM flow WHERE name = ?", name);
    }
}
