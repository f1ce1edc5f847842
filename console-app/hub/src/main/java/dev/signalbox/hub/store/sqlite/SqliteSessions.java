// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.SessionRecords;
import dev.signalbox.protocol.identity.ClientId;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/// Sessions in SQLite.
record SqliteSessions(Handle handle) implements SessionRecords {
    @Override
    public Map<String, Integer> subscriptions(ClientId who) {
        var found = new TreeMap<String, Integer>();
        handle.createQuery("SELECT topic, qos FROM subscription WHERE client = ?")
                .bind(0, who.toString())
                .map((row, context) -> Map.entry(row.getString("topic"), row.getInt("qos")))
                .forEach(one -> found.put(one.getKey(), one.getValue()));
        return found;
    }

    @Override
    public void subscribe(ClientId who, String topic, int qos) {
        handle.execute(
                "INSERT OR REPLACE INTO subscription (client, device, topic, qos)"
                        + " SELECT ?, id, ?, ? FROM device WHERE id = ?",
                who.toString(),
                topic,
                qos,
                who.device().value());
    }

    @Override
    public void unsubscribe(ClientId who, String topic) {
        handle.execute("DELETE FROM subscription WHERE client = ? AND topic = ?", who.toString(), topic);
    }

    @Override
    public void clear(ClientId who) {
        handle.execute("DELETE FROM subscription WHERE client = ?", who.toString());
    }
}
