// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.SenderRecords;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

record SqliteSenders(Handle handle) implements SenderRecords {
    @Override
    public Optional<Progress> find(Sender sender) {
        return handle.createQuery("SELECT next_message, next_batch, batch FROM sender WHERE channel = ? AND device = ?")
                .bind(0, sender.channel())
                .bind(1, sender.device())
                .map((row, _) ->
                        new Progress(row.getLong("next_message"), row.getLong("next_batch"), row.getString("batch")))
                .findOne();
    }

    @Override
    public void put(Map<Sender, Progress> senders) {
        if (senders.isEmpty()) {
            return;
        }
        var batch =
                handle.prepareBatch("INSERT OR REPLACE INTO sender (channel, device, next_message, next_batch, batch)"
                        + " VALUES (?, ?, ?, ?, ?)");
        senders.forEach((sender, progress) -> batch.bind(0, sender.channel())
                .bind(1, sender.device())
                .bind(2, progress.nextMessage())
                .bind(3, progress.nextBatch())
                .bind(4, progress.batch())
                .add());
        batch.execute();
    }

    @Override
    public void forget(Collection<Long> channels) {
        for (long channel : channels) {
            handle.execute("DELETE FROM sender WHERE channel = ?", channel);
        }
    }
}
