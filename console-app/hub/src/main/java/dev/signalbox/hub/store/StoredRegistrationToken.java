// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.trust.Digest;
import java.time.Instant;
import java.util.Optional;

/// What an approved device holds, as the store keeps it.
///
/// @param digest of the secret, which only the device has
/// @param token id of the provisioning token it was made with, which a refresh needs
/// @param parent the one it was made from by a refresh
/// @param expires as the device was told
/// @param ends when it opens nothing any more: as `expires`, earlier once there is a child of it
/// @param used when it was first shown
public record StoredRegistrationToken(
        Digest digest,
        DeviceId device,
        String token,
        Optional<Digest> parent,
        Instant made,
        Instant expires,
        Instant ends,
        Optional<Instant> used) {
    public boolean isGood(Instant now) {
        return now.isBefore(ends);
    }

    /// Ends then, if not earlier.
    public StoredRegistrationToken ending(Instant end) {
        Instant earlier = end.isBefore(ends) ? end : ends;
        return new StoredRegistrationToken(digest, device, token, parent, made, expires, earlier, used);
    }

    public StoredRegistrationToken used(Instant at) {
        return new StoredRegistrationToken(digest, device, token, parent, made, expires, ends, Optional.of(at));
    }
}
