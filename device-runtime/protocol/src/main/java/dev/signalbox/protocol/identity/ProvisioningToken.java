// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.identity;

import java.util.Objects;
import java.util.Optional;

/// All that a new device needs to ask to be let in, in one string: where the hub is, whose certificate and whose
/// releases to believe, and a secret that opens the asking. It holds no device's key. Read and written by
/// `codec.ProvisioningTokens`.
///
/// @param secret what the hub is shown; it opens nothing but the asking, unless the token was approved beforehand
/// @param deviceId the only id that it lets in, if it fixes one
public record ProvisioningToken(Pins pins, String secret, Optional<DeviceId> deviceId) {
    private static final int LONGEST_SECRET = 1024;

    public ProvisioningToken {
        Objects.requireNonNull(pins, "pins");
        if (secret.isBlank() || secret.length() > LONGEST_SECRET) {
            throw new IllegalArgumentException("A provisioning token needs a secret");
        }
    }

    /// Without the secret.
    @Override
    public String toString() {
        return "provisioning token for " + pins.hub().host();
    }
}
