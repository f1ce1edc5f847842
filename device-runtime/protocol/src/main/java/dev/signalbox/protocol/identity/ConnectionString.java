// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.identity;

/// What an IoT Hub device is given: `HostName=...;DeviceId=...;SharedAccessKey=...`. Read and written by
/// `codec.ConnectionStrings`.
///
/// @param host the hub's name
/// @param sharedAccessKey base64, secret
public record ConnectionString(String host, DeviceId deviceId, String sharedAccessKey) {
    /// Without the key.
    @Override
    public String toString() {
        return "HostName=" + host + ";DeviceId=" + deviceId + ";SharedAccessKey=(hidden)";
    }
}
