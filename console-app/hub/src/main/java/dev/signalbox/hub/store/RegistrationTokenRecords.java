// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.trust.Digest;
import java.time.Instant;
import java.util.Optional;

/// What approved devices hold. Goes with the device.
public interface RegistrationTokenRecords {
    Optional<StoredRegistrationToken> find(Digest digest);

    /// The one that a refresh made of it.
    Optional<StoredRegistrationToken> childOf(Digest parent);

    /// Adds or replaces.
    void put(StoredRegistrationToken token);

    void delete(Digest digest);

    void deleteOf(DeviceId device);

    /// Deletes those that expired before then.
    void forget(Instant before);
}
