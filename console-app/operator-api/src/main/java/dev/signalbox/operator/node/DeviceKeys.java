// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.node;

import dev.signalbox.protocol.identity.DeviceId;

/// A device's keys, told to operators only.
///
/// @param primaryKey base64, secret
/// @param connectionString for IoT Hub clients
public record DeviceKeys(DeviceId id, String primaryKey, String secondaryKey, String connectionString) {
    /// Without the keys.
    @Override
    public String toString() {
        return "keys of " + id;
    }
}
