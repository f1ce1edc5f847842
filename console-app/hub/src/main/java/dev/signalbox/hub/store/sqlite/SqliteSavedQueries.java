// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.SavedQueryRecords;
import dev.signalbox.operator.query.SavedQuery;
import java.util.List;
import org.jdbi.v3.core.Handle;

record SqliteSavedQueries(Handle handle) implements SavedQueryRecords {
    @Override
    public List<SavedQuery> all() {
        return handle.createQuery("SELECT name, query FROM saved_query ORDER BY name")
                .map((row, context) -> new SavedQuery(row.getString("name"), row.getString("query")))
                .list();
    }

    @Override
    public void put(SavedQuery query) {
        handle.execute("INSERT OR REPLACE INTO saved_query (name, query) VALUES (?, ?)", query.name(), query.query());
    }

    @Override
    public void delete(String name) {
        handle.execute("DELETE FROM saved_query WHERE name = ?", name);
    }
}
