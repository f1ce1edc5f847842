// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.identity.DeviceId;
import java.util.Optional;

/// The twins of devices.
public interface TwinRecords {
    Optional<StoredTwin> find(DeviceId id);

    /// Adds or replaces.
    void put(DeviceId id, StoredTwin twin);
}
