// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.release;

import dev.signalbox.operator.rollout.RolloutPlan;
import dev.signalbox.protocol.trust.Envelope;
import java.util.Map;
import java.util.Optional;

/// A release an operator has signed, for the hub to store and order. The hub refuses it with 409 unless its number is
/// the next one, every service's source in the hub has the digest it names, and every flow still has the etag it was
/// made from.
///
/// @param flowEtags etag of each flow by name, as it was when the manifest was made
/// @param rollout the stages in which nodes get it; all at once if there are none
public record NewRelease(Envelope envelope, Map<String, String> flowEtags, Optional<RolloutPlan> rollout) {
    public NewRelease {
        flowEtags = Map.copyOf(flowEtags);
    }

    /// For all nodes at once.
    public NewRelease(Envelope envelope, Map<String, String> flowEtags) {
        this(envelope, flowEtags, Optional.empty());
    }
}
