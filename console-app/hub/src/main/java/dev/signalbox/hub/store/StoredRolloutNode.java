// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.operator.rollout.NodeOutcome;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.report.Problem;
import java.time.Instant;
import java.util.Optional;

/// How one node fares in a rollout.
///
/// @param since when it came to fare so
/// @param problem why it failed
public record StoredRolloutNode(DeviceId device, NodeOutcome outcome, Instant since, Optional<Problem> problem) {
    public StoredRolloutNode faring(NodeOutcome next, Instant now, Optional<Problem> why) {
        return new StoredRolloutNode(device, next, now, why);
    }
}
