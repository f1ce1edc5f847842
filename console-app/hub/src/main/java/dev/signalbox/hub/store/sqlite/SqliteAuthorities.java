// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.AuthorityRecords;
import dev.signalbox.hub.store.StoredAuthority;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

record SqliteAuthorities(Handle handle) implements AuthorityRecords {
    @Override
    public List<StoredAuthority> all() {
        return handle.createQuery("SELECT * FROM authority ORDER BY name")
                .map((row, context) -> new StoredAuthority(
                        row.getString("name"),
                        row.getString("pem"),
                        row.getString("code"),
                        row.getBoolean("verified"),
                        Instant.parse(row.getString("created_at")),
                        Instant.parse(row.getString("changed_at"))))
                .list();
    }

    @Override
    public void put(StoredAuthority authority) {
        handle.execute(
                "INSERT OR REPLACE INTO authority (name, pem, code, verified, created_at, changed_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                authority.name(),
                authority.pem(),
                authority.code(),
                authority.verified(),
                authority.createdAt().toString(),
                authority.changedAt().toString());
    }

    @Override
    public void delete(String name) {
        handle.execute("DELETE FROM authority WHERE name = ?", name);
    }
}
