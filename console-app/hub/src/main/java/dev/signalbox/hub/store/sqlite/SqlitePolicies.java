// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.Permission;
import dev.signalbox.hub.store.PolicyRecords;
import dev.signalbox.hub.store.StoredPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

record SqlitePolicies(Handle handle) implements PolicyRecords {
    @Override
    public List<StoredPolicy> all() {
        return handle.createQuery("SELECT * FROM policy ORDER BY name")
                .map((row, context) -> new StoredPolicy(
                        row.getString("name"),
                        row.getString("primary_key"),
                        row.getString("secondary_key"),
                        permissions(row.getString("permissions"))))
                .list();
    }

    @Override
    public void put(StoredPolicy policy) {
        handle.execute(
                "INSERT OR REPLACE INTO policy (name, primary_key, secondary_key, permissions) VALUES (?, ?, ?, ?)",
                policy.name(),
                policy.primaryKey(),
                policy.secondaryKey(),
                policy.permissions().stream().map(Permission::wireName).collect(Collectors.joining(",")));
    }

    @Override
    public void delete(String name) {
        handle.execute("DELETE FROM policy WHERE name = ?", name);
    }

    private static Set<Permission> permissions(String text) {
        return Arrays.stream(text.split(",")).map(Permission::of).collect(Collectors.toSet());
    }
}
