// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.identity;

import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.identity.HubAddress;
import dev.signalbox.protocol.trust.Digest;

/// Who this node is, whose certificate and whose releases it believes.
///
/// @param sharedAccessKey base64, secret; empty where a registration lets the node in
public record Identity(HubAddress hub, Digest ca, Digest ownerKey, DeviceId id, String sharedAccessKey) {
    boolean hasKey() {
        return !sharedAccessKey.isEmpty();
    }

    /// Without the key.
    @Override
    public String toString() {
        return id + " at " + hub.host();
    }
}
