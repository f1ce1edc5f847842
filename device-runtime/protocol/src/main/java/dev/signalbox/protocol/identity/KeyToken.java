// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.identity;

import dev.signalbox.protocol.trust.Digest;

/// The token of version 0.1, which holds the key of a device: where the hub is, whose certificate and whose releases to
/// believe, and who the node is. Whoever has it is that node. Read and written by `codec.KeyTokens`.
///
/// @param ca SHA-256 of the hub CA's certificate (DER)
/// @param ownerKey SHA-256 of the owner's Ed25519 public key (X.509 encoding)
/// @param sharedAccessKey base64, secret
public record KeyToken(HubAddress hub, Digest ca, Digest ownerKey, DeviceId deviceId, String sharedAccessKey) {
    /// Without the key.
    @Override
    public String toString() {
        return "token of " + deviceId + " at " + hub.host();
    }
}
