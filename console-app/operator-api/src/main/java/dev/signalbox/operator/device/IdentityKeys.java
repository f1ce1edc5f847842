// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.device;

/// The keys of a device or module, told to operators only. Without keys the connection strings say that it shows a
/// certificate.
///
/// @param primaryKey base64, secret; empty when it does not prove itself by keys
/// @param secondaryKey as the primary one
/// @param primaryConnectionString for IoT Hub clients
public record IdentityKeys(
        String primaryKey, String secondaryKey, String primaryConnectionString, String secondaryConnectionString) {
    /// Without the keys.
    @Override
    public String toString() {
        return "two keys";
    }
}
