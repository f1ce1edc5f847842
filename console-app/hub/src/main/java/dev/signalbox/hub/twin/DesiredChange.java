// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.twin;

import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import tools.jackson.databind.node.ObjectNode;

/// A change of what a device or module should be.
///
/// @param patch the merge patch, without its version
/// @param version the desired document's version after it
public record DesiredChange(ClientId who, ObjectNode patch, long version) {
    /// For the device itself.
    public DesiredChange(DeviceId device, ObjectNode patch, long version) {
        this(ClientId.of(device), patch, version);
    }
}
