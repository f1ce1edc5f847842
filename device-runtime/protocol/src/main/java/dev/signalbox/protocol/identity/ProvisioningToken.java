// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.identity;

import dev.signalbox.protocol.trust.Digest;

/// All that a new node needs, in one string: where the hub is, whose certificate and whose releases to believe, and who
/// the node is. Secret, because it holds the device's key. Read and written by `codec.ProvisioningTokens`.
///
/// @param ca SHA-256 of the hub CA's certificate (DER)
/// @param ownerKey SHA-256 of the owner's Ed25519 public key (X.509 encoding)
/// @param sharedAccessKey base64, secret
public record ProvisioningToken(HubAddress hub, Digest ca, Digest ownerKey, DeviceId deviceId, String sharedAccessKey) {
    /// Without the key.
    @Override
    public String toString() {
        return "token of " + deviceId + " at " + hub.host();
    }
}
