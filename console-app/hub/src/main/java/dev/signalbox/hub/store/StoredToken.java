// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.trust.Digest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A provisioning token as the store keeps it.
///
/// @param digest of its secret, which nobody keeps
/// @param device the only id it lets in, if it fixes one, as the operator wrote it
/// @param singleUse whether it ends with the first device that collects its registration
/// @param replaces whether a device approved beforehand takes the place of one of that id
/// @param tags what its devices are tagged with
/// @param use how often it was used
public record StoredToken(
        String id,
        Digest digest,
        String name,
        Optional<DeviceId> device,
        boolean singleUse,
        boolean replaces,
        Map<String, String> tags,
        Life life,
        Use use) {
    public StoredToken {
        tags = java.util.Collections.unmodifiableMap(new TreeMap<>(tags));
    }

    /// @param expires empty for never
    public record Life(Instant made, String madeBy, Optional<Instant> expires, Optional<Instant> revoked) {}

    /// @param count how many devices collected a registration by it
    /// @param last when the last one did
    public record Use(long count, Optional<Instant> last) {
        public static final Use NONE = new Use(0, Optional.empty());
    }

    /// Whether devices may ask by it.
    public boolean isOpen(Instant now) {
        return life.revoked().isEmpty()
                && life.expires().filter(end -> !now.isBefore(end)).isEmpty()
                && !isUsedUp();
    }

    public boolean isUsedUp() {
        return singleUse && use.count() > 0;
    }

    public StoredToken revoked(Instant now) {
        var ended = new Life(life.made(), life.madeBy(), life.expires(), Optional.of(now));
        return new StoredToken(id, digest, name, device, singleUse, replaces, tags, ended, use);
    }

    public StoredToken used(Instant now) {
        var more = new Use(use.count() + 1, Optional.of(now));
        return new StoredToken(id, digest, name, device, singleUse, replaces, tags, life, more);
    }
}
