// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Jobs. What becomes of their devices is in `JobDeviceRecords`.
public interface JobRecords {
    Optional<StoredJob> find(String id);

    /// Those that have not ended, oldest first.
    List<StoredJob> open();

    /// Oldest first, from those after a number on.
    List<StoredJob> after(long number, int most);

    /// Newest first, from those before a number on.
    List<StoredJob> before(long number, int most);

    /// Adds one; its number is given here.
    void add(StoredJob.Order order, Instant createdAt, JobState state);

    /// Replaces one that is known.
    void put(StoredJob job);

    /// The id of one that ended before; its devices may be many, so they are to be removed first, by pieces.
    Optional<String> endedBefore(Instant time);

    /// Removes one that has few devices or none.
    void delete(String id);
}
