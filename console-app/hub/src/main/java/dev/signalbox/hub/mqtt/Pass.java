// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.mqtt;

import dev.signalbox.protocol.codec.SasTokens;
import java.time.Instant;
import java.util.Optional;

/// What let somebody in.
///
/// @param until when it ends; empty for a certificate
/// @param policy the shared access policy whose key it was, if it was none of its own
/// @param asOf how many had been shut out before it was checked
record Pass(Optional<Instant> until, Optional<String> policy, long asOf) {
    static Pass of(String password, long asOf) {
        return new Pass(SasTokens.expiry(password), SasTokens.policy(password), asOf);
    }
}
