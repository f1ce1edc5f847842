// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.provisioning;

import dev.signalbox.protocol.identity.DeviceId;
import java.util.Map;
import java.util.Optional;

/// A person's yes to a device that waits.
///
/// @param deviceId the id it gets; absent for the one it asked for, or a new one where it asked for none
/// @param tags what it is tagged with, beside the token's tags
/// @param replace a device of that id that is there already is replaced: its keys are renewed
public record Approval(Optional<DeviceId> deviceId, Map<String, String> tags, boolean replace) {
    public Approval {
        tags = Map.copyOf(tags);
    }
}
