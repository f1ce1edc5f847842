// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.log;

import dev.signalbox.hub.store.StoredMessage;
import dev.signalbox.hub.store.StoredMessage.Position;
import dev.signalbox.hub.store.sqlite.SqliteMarks;
import dev.signalbox.hub.store.sqlite.SqliteMarks.Checkpoint;
import dev.signalbox.hub.store.sqlite.SqliteMarks.Mark;
import dev.signalbox.protocol.identity.DeviceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the hub has seen of each outbox: what was kept at the last checkpoint, what the log got since, and what stands
/// in the group that is being written. Only the log's thread uses it.
final class OutboxMarks {
    /// @param device whose outbox it is
    /// @param epoch which of its outboxes
    private record Outbox(String device, String epoch) {}

    private static final long NONE = Long.MIN_VALUE;
    /// What is not remembered is read again.
    private static final int MOST_REMEMBERED = 100_000;

    private final SqliteMarks kept;
    private final Map<Outbox, Long> atLastKeeping = new HashMap<>();
    private final Map<Outbox, Long> sinceKept = new HashMap<>();
    private final Map<Outbox, Long> inGroup = new HashMap<>();

    OutboxMarks(SqliteMarks kept) {
        this.kept = kept;
    }

    /// Whether a message is newer than all before it from its outbox; those from none always are.
    boolean isNew(DeviceId device, Optional<Position> position) {
        return position.map(its -> its.sequence() > newest(outbox(device, its))).orElse(true);
    }

    /// A new message stands in the group.
    void raise(DeviceId device, Optional<Position> position) {
        position.ifPresent(to -> inGroup.put(outbox(device, to), to.sequence()));
    }

    /// A message is in the log already.
    void found(StoredMessage message) {
        if (isNew(message.device(), message.position())) {
            raise(message.device(), message.position());
        }
    }

    private static Outbox outbox(DeviceId device, Position position) {
        return new Outbox(device.value(), position.epoch());
    }

    private long newest(Outbox outbox) {
        Long newest = inGroup.get(outbox);
        if (newest == null) {
            newest = sinceKept.get(outbox);
        }
        return newest != null ? newest : atLastKeeping.computeIfAbsent(outbox, this::read);
    }

    private long read(Outbox outbox) {
        return kept.newest(outbox.device(), outbox.epoch()).orElse(NONE);
    }

    /// The group is durable.
    void groupStored() {
        sinceKept.putAll(inGroup);
        inGroup.clear();
    }

    /// The group is not in the log.
    void groupFailed() {
        inGroup.clear();
    }

    /// Makes durable what is known of the log up to a place.
    void keep(Checkpoint upTo) {
        List<Mark> marks = sinceKept.entrySet().stream()
                .map(entry -> new Mark(entry.getKey().device(), entry.getKey().epoch(), entry.getValue()))
                .toList();
        kept.keep(marks, upTo);
        if (atLastKeeping.size() > MOST_REMEMBERED) {
            atLastKeeping.clear();
        }
        atLastKeeping.putAll(sinceKept);
        sinceKept.clear();
    }
}
