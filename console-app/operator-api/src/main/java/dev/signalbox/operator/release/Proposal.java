// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.release;

import dev.signalbox.operator.rollout.RolloutPlan;
import dev.signalbox.protocol.trust.Envelope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A release that not as many operators have signed yet as the workspace wants.
///
/// @param signed names of those who have
/// @param needed how many have to
/// @param rollout the stages in which nodes will get it; all at once if there are none
public record Proposal(
        long number,
        Instant made,
        String madeBy,
        List<String> signed,
        int needed,
        Envelope envelope,
        Optional<RolloutPlan> rollout) {
    public Proposal {
        signed = List.copyOf(signed);
    }
}
