// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.QueryRecords;
import dev.signalbox.hub.store.sqlite.leaf.Search;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.query.Query;
import java.util.List;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.node.ObjectNode;

record SqliteQueries(Handle handle, LeafUpkeep upkeep) implements QueryRecords {
    @Override
    public void setConnected(ClientId id, boolean connected) {
        upkeep.connected(id, connected);
    }

    @Override
    public List<Found> find(Query query, Position after, int most) {
        upkeep.bringUpToDate();
        return new Search(handle).find(query, after, most);
    }

    @Override
    public List<FoundInJob> findInJobs(Query query, Position after, int most) {
        return new Search(handle).findInJobs(query, after, most);
    }

    @Override
    public List<ObjectNode> groups(Query query, long skip, int most) {
        upkeep.bringUpToDate();
        return new Search(handle).groups(query, skip, most);
    }
}
