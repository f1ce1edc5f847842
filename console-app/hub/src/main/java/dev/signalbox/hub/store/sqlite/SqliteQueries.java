// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.QueryRecords;
import dev.signalbox.hub.store.sqlite.leaf.Leaves;
import dev.signalbox.hub.store.sqlite.leaf.Search;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.query.Query;
import java.util.List;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.node.ObjectNode;

record SqliteQueries(Handle handle) implements QueryRecords {
    @Override
    public void setConnected(DeviceId id, boolean connected) {
        new Leaves(handle).setConnected(id, connected);
    }

    @Override
    public List<Found> find(Query query, long position, int most) {
        return new Search(handle).find(query, position, most);
    }

    @Override
    public List<ObjectNode> groups(Query query, long skip, int most) {
        return new Search(handle).groups(query, skip, most);
    }
}
