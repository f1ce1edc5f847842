// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.BatchRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

record SqliteBatches(Handle handle) implements BatchRecords {
    @Override
    public Optional<Batch> find(BatchKey key) {
        return handle.createQuery("SELECT * FROM batch WHERE channel = ? AND device = ? AND batch = ?")
                .bind(0, key.channel())
                .bind(1, key.device())
                .bind(2, key.batch())
                .map((row, _) -> batch(row))
                .findOne();
    }

    @Override
    public void put(Collection<Batch> batches) {
        if (batches.isEmpty()) {
            return;
        }
        var rows = handle.prepareBatch("INSERT OR REPLACE INTO batch (channel, device, batch, opened_at, closed_at,"
                + " first_key, last_key, messages, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        for (Batch batch : batches) {
            rows.bind(0, batch.key().channel())
                    .bind(1, batch.key().device())
                    .bind(2, batch.key().batch())
                    .bind(3, batch.openedAt())
                    .bind(
                            4,
                            batch.closedAt().isPresent()
                                    ? Long.valueOf(batch.closedAt().getAsLong())
                                    : null)
                    .bind(5, batch.firstKey())
                    .bind(6, batch.lastKey())
                    .bind(7, batch.messages())
                    .bind(8, batch.bytes())
                    .add();
        }
        rows.execute();
    }

    @Override
    public List<Batch> after(BatchKey last, boolean sameDevice, int most) {
        String which = sameDevice ? "device = :device AND batch > :batch" : "(device, batch) > (:device, :batch)";
        return handle.createQuery("SELECT * FROM batch WHERE channel = :channel AND " + which
                        + " ORDER BY device, batch LIMIT :most")
                .bind("channel", last.channel())
                .bind("device", last.device())
                .bind("batch", last.batch())
                .bind("most", most)
                .map((row, _) -> batch(row))
                .list();
    }

    private static Batch batch(ResultSet row) throws SQLException {
        long closedAt = row.getLong("closed_at");
        OptionalLong closed = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(closedAt);
        return new Batch(
                new BatchKey(row.getLong("channel"), row.getString("device"), row.getString("batch")),
                row.getLong("opened_at"),
                closed,
                row.getLong("first_key"),
                row.getLong("last_key"),
                row.getLong("messages"),
                row.getLong("bytes"));
    }
}
