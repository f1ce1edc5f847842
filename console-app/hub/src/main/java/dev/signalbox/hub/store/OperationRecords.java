// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.identity.DeviceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Devices that ask, or asked, to be let in.
public interface OperationRecords {
    Optional<StoredOperation> find(String id);

    /// Adds or replaces.
    void put(StoredOperation operation);

    /// The newest of those that are open or were decided since then, oldest first.
    List<StoredOperation> list(Instant decidedSince, int most);

    /// Those that are open.
    List<StoredOperation> openOf(String token);

    /// Those that wait for this id, and those approved or collected that gave it.
    List<StoredOperation> of(DeviceId device);

    /// Whether one that waits shows this code.
    boolean showsCode(String code);

    /// Open ones whose time is over.
    List<StoredOperation> due(Instant now, int most);

    /// Ids of those that were decided from then until before then.
    List<String> decided(Instant from, Instant until);

    /// Deletes those of a token that expired or were cancelled without a person's word, all but the newest, and returns
    /// ids of them.
    ///
    /// @param token its id
    /// @param word who is said to have decided where the token did
    /// @param kept so many stay
    List<String> forgetEnded(String token, String word, int kept);

    /// Deletes those that ended before then.
    void forget(Instant before);
}
