// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.StoredMessage.Position;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/// The newest number seen of each outbox. Each is read once and written once a group, however many messages raise it.
final class OutboxMarks {
    /// @param device whose outbox it is
    /// @param epoch which of its outboxes
    private record Outbox(String device, String epoch) {}

    /// The newest number seen of one outbox.
    record Mark(String device, String epoch, long sequence) {}

    private static final long NONE = Long.MIN_VALUE;

    private final Map<Outbox, Long> seen = new HashMap<>();
    private final Map<Outbox, Long> raised = new HashMap<>();

    /// Whether the number is newer than all before it; it is the newest from now on.
    boolean raise(Handle handle, String device, Position to) {
        var outbox = new Outbox(device, to.epoch());
        long newest = seen.computeIfAbsent(outbox, unread -> read(handle, unread));
        if (to.sequence() <= newest) {
            return false;
        }
        seen.put(outbox, to.sequence());
        raised.put(outbox, to.sequence());
        return true;
    }

    void write(Handle handle) {
        write(
                handle,
                raised.entrySet().stream()
                        .map(entry ->
                                new Mark(entry.getKey().device(), entry.getKey().epoch(), entry.getValue()))
                        .toList());
    }

    void clear() {
        seen.clear();
        raised.clear();
    }

    static List<Mark> all(Handle handle) {
        return handle.createQuery("SELECT device, epoch, sequence FROM mark")
                .map((row, context) ->
                        new Mark(row.getString("device"), row.getString("epoch"), row.getLong("sequence")))
                .list();
    }

    static int write(Handle handle, List<Mark> marks) {
        if (marks.isEmpty()) {
            return 0;
        }
        var batch = handle.prepareBatch("INSERT INTO mark (device, epoch, sequence) VALUES (?, ?, ?)"
                + " ON CONFLICT (device, epoch) DO UPDATE SET sequence = excluded.sequence"
                + " WHERE excluded.sequence > sequence");
        for (Mark mark : marks) {
            batch.bind(0, mark.device())
                    .bind(1, mark.epoch())
                    .bind(2, mark.sequence())
                    .add();
        }
        batch.execute();
        return marks.size();
    }

    private static long read(Handle handle, Outbox outbox) {
        return handle.createQuery("SELECT sequence FROM mark WHERE device = ? AND epoch = ?")
                .bind(0, outbox.device())
                .bind(1, outbox.epoch())
                .mapTo(Long.class)
                .findOne()
                .orElse(NONE);
    }
}
