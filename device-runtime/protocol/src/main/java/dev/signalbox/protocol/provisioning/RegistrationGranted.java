// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.provisioning;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// The answer to `complete` once a person approved, and to `refresh`.
///
/// @param registrationToken secret; opens `register` and `refresh` for this device
public record RegistrationGranted(String registrationToken, Optional<Instant> expirationTime) {
    public RegistrationGranted {
        Objects.requireNonNull(registrationToken, "registrationToken");
    }

    /// Without the token.
    @Override
    public String toString() {
        return "registration token until " + expirationTime;
    }
}
