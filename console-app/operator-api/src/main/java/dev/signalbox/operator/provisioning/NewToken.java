// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.provisioning;

import dev.signalbox.protocol.identity.DeviceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A provisioning token to be made.
///
/// @param name what people call it; no other open token may have it
/// @param deviceId the only id it lets in, if it fixes one
/// @param singleUse whether it ends with the first device that collected its registration
/// @param preApproved ids that it lets in once without a person
/// @param replaces whether such a device takes the place of one of that id, whose keys are then renewed; else it waits
///     for a person
/// @param tags what its devices are tagged with
/// @param expires when it lets nobody ask any more; absent for never
public record NewToken(
        String name,
        Optional<DeviceId> deviceId,
        boolean singleUse,
        List<DeviceId> preApproved,
        boolean replaces,
        Map<String, String> tags,
        Optional<Instant> expires) {
    public NewToken {
        preApproved = List.copyOf(preApproved);
        tags = Map.copyOf(tags);
    }
}
