// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.trust.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Provisioning tokens, and the ids that they let in without a person.
public interface TokenRecords {
    /// By name.
    List<StoredToken> all();

    Optional<StoredToken> find(String id);

    Optional<StoredToken> byDigest(Digest digest);

    long count();

    /// Adds or replaces.
    void put(StoredToken token);

    /// Those that were not used yet, by the tokens' ids.
    Map<String, List<DeviceId>> preApproved();

    List<DeviceId> preApproved(String token);

    /// One that was used may then be used once more.
    void preApprove(String token, DeviceId device);

    /// Takes back one that was not used.
    void withdraw(String token, DeviceId device);

    /// Notes that it was used.
    void use(String token, DeviceId device, Instant at);

    /// Deletes those that ended before then and that no device needs any more.
    void forget(Instant before);
}
