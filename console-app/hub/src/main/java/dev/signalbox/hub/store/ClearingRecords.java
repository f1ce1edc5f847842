// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import java.util.Collection;
import java.util.Optional;

/// The clearing of dead letters, one at a time.
public interface ClearingRecords {
    /// The last one.
    Optional<StoredClearing> find();

    /// In the place of the last one.
    void put(StoredClearing clearing);

    /// Takes a place of the dead letters apart.
    ///
    /// @param rest what stays of it
    void replace(StoredPlace place, Collection<StoredPlace> rest);

    /// Forgets what was known of a dead letter beside its place. Of one that was never whole it stays known that it was
    /// given up, because chunks of it may still come.
    void forget(long key);
}
