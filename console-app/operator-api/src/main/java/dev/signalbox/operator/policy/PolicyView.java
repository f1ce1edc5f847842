// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.policy;

import java.util.List;

/// A shared access policy with its keys, told to operators only.
///
/// @param permissions of RegistryRead, RegistryWrite, ServiceConnect, DeviceConnect
/// @param primaryKey base64, secret
/// @param connectionString for back ends with IoT Hub's service clients, secret
public record PolicyView(
        String name, List<String> permissions, String primaryKey, String secondaryKey, String connectionString) {
    /// Without the keys.
    @Override
    public String toString() {
        return "policy " + name + " " + permissions;
    }
}
