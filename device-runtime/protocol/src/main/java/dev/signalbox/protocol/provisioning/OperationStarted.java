// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.provisioning;

import java.time.Instant;
import java.util.Objects;

/// The hub's answer to `init`: a person is to compare the code on the device with the one in the console.
public record OperationStarted(String provisioningOperationId, String verificationCode, Instant expirationTime) {
    public OperationStarted {
        Objects.requireNonNull(provisioningOperationId, "provisioningOperationId");
        Objects.requireNonNull(verificationCode, "verificationCode");
        Objects.requireNonNull(expirationTime, "expirationTime");
    }
}
