// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.AssemblyRecords;
import dev.signalbox.hub.store.BatchRecords;
import dev.signalbox.hub.store.ClearingRecords;
import dev.signalbox.hub.store.FileUseRecords;
import dev.signalbox.hub.store.IndexRecords;
import dev.signalbox.hub.store.LogPlace;
import dev.signalbox.hub.store.MessageIdRecords;
import dev.signalbox.hub.store.PlaceRecords;
import dev.signalbox.hub.store.SenderRecords;
import org.jdbi.v3.core.Handle;

/// All records of an index over one transaction's handle.
record SqliteIndexRecords(Handle handle) implements IndexRecords {
    @Override
    public LogPlace followed() {
        return handle.createQuery("SELECT segment, bytes FROM follow")
                .map((row, _) -> new LogPlace(row.getInt("segment"), row.getLong("bytes")))
                .one();
    }

    @Override
    public void setFollowed(LogPlace place) {
        handle.execute("UPDATE follow SET segment = ?, bytes = ?", place.segment(), place.bytes());
    }

    @Override
    public Belief belief() {
        return handle.createQuery("SELECT time, doubted FROM belief")
                .map((row, _) -> new Belief(row.getLong("time"), row.getLong("doubted")))
                .one();
    }

    @Override
    public void setBelief(Belief belief) {
        handle.execute("UPDATE belief SET time = ?, doubted = ?", belief.time(), belief.doubted());
    }

    @Override
    public PlaceRecords places() {
        return new SqlitePlaces(handle);
    }

    @Override
    public MessageIdRecords messageIds() {
        return new SqliteMessageIds(handle);
    }

    @Override
    public SenderRecords senders() {
        return new SqliteSenders(handle);
    }

    @Override
    public BatchRecords batches() {
        return new SqliteBatches(handle);
    }

    @Override
    public AssemblyRecords assemblies() {
        return new SqliteAssemblies(handle);
    }

    @Override
    public FileUseRecords files() {
        return new SqliteFileUses(handle);
    }

    @Override
    public ClearingRecords clearings() {
        return new SqliteClearings(handle);
    }

    @Override
    public boolean refersTo(int segment) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM place WHERE segment = :segment)"
                        + " OR EXISTS (SELECT 1 FROM part WHERE segment = :segment)")
                .bind("segment", segment)
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public int forget(long channel, long beforeKey, int most) {
        int places = handle.createUpdate("DELETE FROM place WHERE channel = :channel AND first_key IN"
                        + " (SELECT first_key FROM place WHERE channel = :channel AND first_key + keys <= :before"
                        + " ORDER BY first_key LIMIT :most)")
                .bind("channel", channel)
                .bind("before", beforeKey)
                .bind("most", most)
                .execute();
        long kept = new SqlitePlaces(handle).firstSince(channel, Long.MIN_VALUE, 1);
        handle.execute("DELETE FROM message_id WHERE channel = ? AND key < ?", channel, kept);
        handle.execute("DELETE FROM batch WHERE channel = ? AND last_key < ?", channel, kept);
        new SqliteFileUses(handle).forget(channel, kept);
        handle.execute("DELETE FROM assembly WHERE done_channel = ? AND done_key < ?", channel, kept);
        return places;
    }
}
