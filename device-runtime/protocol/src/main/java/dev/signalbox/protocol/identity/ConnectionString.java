// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.identity;

import java.util.Optional;

/// What an IoT Hub device is given: `HostName=...;DeviceId=...;SharedAccessKey=...`, or with a ready signature,
/// `HostName=...;DeviceId=...;SharedAccessSignature=SharedAccessSignature sr=...`. Read and written by
/// `codec.ConnectionStrings`.
///
/// @param host the hub's name
/// @param sharedAccessKey base64, secret; empty where there is a signature
/// @param signature a ready SAS, secret, as it is the password of MQTT
public record ConnectionString(String host, DeviceId deviceId, String sharedAccessKey, Optional<String> signature) {
    public ConnectionString(String host, DeviceId deviceId, String sharedAccessKey) {
        this(host, deviceId, sharedAccessKey, Optional.empty());
    }

    /// Without key and signature.
    @Override
    public String toString() {
        return "HostName=" + host + ";DeviceId=" + deviceId + ";(secret hidden)";
    }
}
