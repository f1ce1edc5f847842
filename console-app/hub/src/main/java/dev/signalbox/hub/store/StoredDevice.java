// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.identity.DeviceId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A device as the store keeps it.
///
/// @param primaryKey base64, secret
/// @param secondaryKey base64, secret
/// @param lastSeen when it was last connected, empty if never
public record StoredDevice(
        DeviceId id, String primaryKey, String secondaryKey, Map<String, String> tags, Optional<Instant> lastSeen) {
    public StoredDevice {
        tags = java.util.Collections.unmodifiableMap(new TreeMap<>(tags));
    }

    /// Without the keys.
    @Override
    public String toString() {
        return "device " + id;
    }
}
