// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.backend;

import dev.signalbox.hub.store.StoredRegistration;
import java.util.Optional;

/// What a back end wants an identity to be.
///
/// @param primaryKey empty to keep the present one, or to have one made
/// @param secondaryKey as the primary one
public record AskedIdentity(
        boolean enabled,
        String statusReason,
        StoredRegistration.Proof proof,
        Optional<String> primaryKey,
        Optional<String> secondaryKey,
        boolean edge,
        String managedBy) {
    /// Without the keys.
    @Override
    public String toString() {
        return "identity " + (enabled ? "enabled " : "disabled ") + proof.type();
    }
}
