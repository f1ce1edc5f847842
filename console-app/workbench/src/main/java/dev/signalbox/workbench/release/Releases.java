// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.release;

import dev.signalbox.operator.release.ReleaseSummary;
import dev.signalbox.operator.rollout.RolloutPlan;
import dev.signalbox.workbench.comparison.Part;
import java.util.List;
import java.util.Optional;

/// Brings flows and services to the nodes. All calls ask the hub and wait for it; what goes wrong is a
/// ProblemException.
public interface Releases {
    /// What a release made now would hold, what it would change on which node, and what stands in its way.
    ReleasePlan plan();

    /// Signs the plan and hands it to the hub. Fails if something stands in its way, or if someone changed a flow or
    /// released since it was made: then plan again.
    ///
    /// @param stages in which nodes get it; all at once if there are none
    ReleaseSummary release(ReleasePlan plan, String note, Optional<RolloutPlan> stages);

    /// For all nodes at once.
    default ReleaseSummary release(ReleasePlan plan, String note) {
        return release(plan, note, Optional.empty());
    }

    /// All releases, newest first.
    List<ReleaseSummary> history();

    /// What differs between two releases: their flows, their services and the sources of these. Empty when nothing
    /// does.
    ///
    /// @param left the number of one; 0 for what was there before the first
    /// @param right the number of the other
    List<Part> compare(long left, long right);
}
