// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.operator.rollout.RolloutPlan;
import dev.signalbox.operator.rollout.RolloutState;
import dev.signalbox.protocol.report.Problem;
import java.time.Instant;
import java.util.Optional;

/// A release that comes to its nodes in stages.
///
/// @param base number of the release that nodes run which do not have it
/// @param stage counted from 0
/// @param since when the stage or state began
/// @param why it paused or was halted
public record StoredRollout(
        long release,
        long base,
        RolloutPlan plan,
        RolloutState state,
        int stage,
        Instant since,
        Optional<Problem> why) {
    public StoredRollout at(RolloutState next, Instant now, Optional<Problem> because) {
        return new StoredRollout(release, base, plan, next, stage, now, because);
    }

    public StoredRollout inStage(int next, Instant now) {
        return new StoredRollout(release, base, plan, RolloutState.RUNNING, next, now, Optional.empty());
    }
}
