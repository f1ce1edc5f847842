// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Batches of messages.
public interface BatchRecords {
    record BatchKey(long channel, String device, String batch) {}

    /// Times are in ms since 1970.
    ///
    /// @param closedAt absent while it is open
    /// @param bytes of payloads as sent
    record Batch(
            BatchKey key,
            long openedAt,
            OptionalLong closedAt,
            long firstKey,
            long lastKey,
            long messages,
            long bytes) {}

    Optional<Batch> find(BatchKey key);

    void put(Collection<Batch> batches);

    /// Those after a key, by device and batch.
    List<Batch> after(BatchKey last, boolean sameDevice, int most);
}
