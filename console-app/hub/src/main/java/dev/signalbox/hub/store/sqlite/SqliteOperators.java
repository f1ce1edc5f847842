// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.OperatorRecords;
import dev.signalbox.protocol.trust.Digest;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

record SqliteOperators(Handle handle) implements OperatorRecords {
    @Override
    public Map<Digest, String> bearers() {
        Map<Digest, String> bearers = new HashMap<>();
        handle.createQuery("SELECT digest, name FROM bearer")
                .map((row, context) -> Map.entry(new Digest(row.getString("digest")), row.getString("name")))
                .forEach(bearer -> bearers.put(bearer.getKey(), bearer.getValue()));
        return bearers;
    }

    @Override
    public void addBearer(Digest bearer, String name) {
        handle.execute("INSERT INTO bearer (digest, name) VALUES (?, ?)", bearer.value(), name);
    }

    @Override
    public void deleteBearers(String name) {
        handle.execute("DELETE FROM bearer WHERE name = ?", name);
    }
}
