// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.SecretRecords;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

record SqliteSecrets(Handle handle) implements SecretRecords {
    @Override
    public long lastVersion(String id) {
        return handle.createQuery("SELECT coalesce(max(version), 0) FROM secret WHERE id = ?")
                .bind(0, id)
                .mapTo(Long.class)
                .one();
    }

    @Override
    public Optional<byte[]> sealed(String id, long version) {
        return handle.createQuery("SELECT sealed FROM secret WHERE id = ? AND version = ?")
                .bind(0, id)
                .bind(1, version)
                .map((row, context) -> row.getBytes("sealed"))
                .findOne();
    }

    @Override
    public void add(String id, long version, byte[] sealed) {
        handle.execute("INSERT INTO secret (id, version, sealed) VALUES (?, ?, ?)", id, version, sealed);
    }
}
