// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.LogPlace;
import dev.signalbox.hub.store.PlaceRecords;
import dev.signalbox.hub.store.Spots;
import dev.signalbox.hub.store.StoredPlace;
import dev.signalbox.hub.store.StoredPlace.Received;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

record SqlitePlaces(Handle handle) implements PlaceRecords {
    @Override
    public Map<Long, Long> heads() {
        var heads = new HashMap<Long, Long>();
        handle.createQuery("SELECT channel, next_key FROM head")
                .map((row, _) -> heads.put(row.getLong("channel"), row.getLong("next_key")))
                .list();
        return heads;
    }

    @Override
    public long nextKey(long channel) {
        return handle.createQuery("SELECT next_key FROM head WHERE channel = ?")
                .bind(0, channel)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    @Override
    public void setNextKey(long channel, long key) {
        handle.execute(
                "INSERT INTO head (channel, next_key) VALUES (?, ?)"
                        + " ON CONFLICT (channel) DO UPDATE SET next_key = excluded.next_key",
                channel,
                key);
    }

    @Override
    public void add(Collection<StoredPlace> places) {
        if (places.isEmpty()) {
            return;
        }
        var batch =
                handle.prepareBatch("INSERT INTO place (channel, first_key, keys, segment, content, first_at, last_at,"
                        + " spots, sum, added) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        for (StoredPlace place : places) {
            batch.bind(0, place.channel())
                    .bind(1, place.firstKey())
                    .bind(2, place.spots().count())
                    .bind(3, place.content().segment())
                    .bind(4, place.content().bytes())
                    .bind(5, place.received().first())
                    .bind(6, place.received().last())
                    .bind(7, place.spots().places())
                    .bind(8, place.spots().sum())
                    .bind(9, place.spots().added())
                    .add();
        }
        batch.execute();
    }

    @Override
    public List<StoredPlace> from(long channel, long key, int most) {
        return handle.createQuery("SELECT * FROM place WHERE channel = :channel AND first_key >= coalesce("
                        + "(SELECT max(first_key) FROM place WHERE channel = :channel AND first_key <= :key), :key)"
                        + " AND first_key + keys > :key ORDER BY first_key LIMIT :most")
                .bind("channel", channel)
                .bind("key", key)
                .bind("most", most)
                .map((row, _) -> place(row))
                .list();
    }

    @Override
    public List<StoredPlace> newest(long channel, int most) {
        return handle.createQuery("SELECT * FROM place WHERE channel = ? ORDER BY first_key DESC LIMIT ?")
                .bind(0, channel)
                .bind(1, most)
                .map((row, _) -> place(row))
                .list();
    }

    @Override
    public long deadLetters() {
        return handle.createQuery("SELECT coalesce(sum(keys), 0) FROM place WHERE channel = 0")
                .mapTo(Long.class)
                .one();
    }

    @Override
    public long firstSince(long channel, long since, int most) {
        var oldest = handle.createQuery(
                        "SELECT first_key, keys, last_at FROM place WHERE channel = ? ORDER BY first_key LIMIT ?")
                .bind(0, channel)
                .bind(1, most)
                .map((row, _) -> new Dated(row.getLong("first_key"), row.getLong("keys"), row.getLong("last_at")))
                .list();
        for (Dated place : oldest) {
            if (place.lastAt >= since) {
                return place.firstKey;
            }
        }
        return oldest.isEmpty() ? nextKey(channel) : oldest.getLast().firstKey + oldest.getLast().keys;
    }

    @Override
    public Optional<StoredPlace> firstUntil(long channel, long key, long until) {
        return handle.createQuery("SELECT * FROM place WHERE channel = ? AND first_key >= ? AND last_at <= ?"
                        + " ORDER BY first_key LIMIT 1")
                .bind(0, channel)
                .bind(1, key)
                .bind(2, until)
                .map((row, _) -> place(row))
                .findOne();
    }

    @Override
    public List<StoredPlace> withAdded(String text, long channel, long afterKey, int most) {
        return handle.createQuery("SELECT * FROM place WHERE (channel, first_key) > (?, ?)"
                        + " AND instr(added, CAST(? AS BLOB)) > 0 ORDER BY channel, first_key LIMIT ?")
                .bind(0, channel)
                .bind(1, afterKey)
                .bind(2, text)
                .bind(3, most)
                .map((row, _) -> place(row))
                .list();
    }

    private record Dated(long firstKey, long keys, long lastAt) {}

    private static StoredPlace place(ResultSet row) throws SQLException {
        return new StoredPlace(
                row.getLong("channel"),
                row.getLong("first_key"),
                new LogPlace(row.getInt("segment"), row.getLong("content")),
                new Received(row.getLong("first_at"), row.getLong("last_at")),
                new Spots(row.getInt("keys"), row.getInt("sum"), row.getBytes("spots"), row.getBytes("added")));
    }
}
