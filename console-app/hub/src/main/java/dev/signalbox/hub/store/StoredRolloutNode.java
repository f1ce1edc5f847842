// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.operator.rollout.NodeOutcome;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How one node fares in a rollout.
///
/// @param since when it came to fare so
/// @param problem why it failed
/// @param ailing its steps that were in quarantine already when it was told to run the release
public record StoredRolloutNode(
        DeviceId device, NodeOutcome outcome, Instant since, Optional<Problem> problem, List<StepAddress> ailing) {
    public StoredRolloutNode {
        ailing = List.copyOf(ailing);
    }

    public StoredRolloutNode faring(NodeOutcome next, Instant now, Optional<Problem> why) {
        return new StoredRolloutNode(device, next, now, why, ailing);
    }

    /// Told to run the release.
    public StoredRolloutNode ordered(Instant now, List<StepAddress> quarantined) {
        return new StoredRolloutNode(device, NodeOutcome.ORDERED, now, Optional.empty(), quarantined);
    }
}
