// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.provisioning;

import dev.signalbox.protocol.identity.DeviceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A provisioning token as operators see it, without its secret.
///
/// @param preApproved ids it still lets in without a person
/// @param uses how many devices collected a registration by it
/// @param used when the last one did
/// @param open whether a device may ask by it now: it is not revoked, not past its end and not used up, by the hub's
///     clock
public record TokenView(
        String id,
        String name,
        Optional<DeviceId> deviceId,
        boolean singleUse,
        List<DeviceId> preApproved,
        boolean replaces,
        Map<String, String> tags,
        Instant made,
        String madeBy,
        Optional<Instant> expires,
        Optional<Instant> revoked,
        long uses,
        Optional<Instant> used,
        boolean open) {
    public TokenView {
        preApproved = List.copyOf(preApproved);
        tags = Map.copyOf(tags);
    }
}
