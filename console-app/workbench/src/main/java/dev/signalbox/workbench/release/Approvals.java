// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.release;

import dev.signalbox.operator.release.Approved;
import dev.signalbox.operator.release.Proposal;
import dev.signalbox.operator.rollout.RolloutPlan;
import dev.signalbox.workbench.comparison.Part;
import java.util.List;
import java.util.Optional;

/// Releases that more than one operator has to sign: one proposes, others approve. All calls ask the hub and wait for
/// it; what goes wrong is a ProblemException.
public interface Approvals {
    /// Whether a release needs more than one signature here.
    boolean needed();

    /// As `Releases.release`, for others to approve.
    Proposal propose(ReleasePlan plan, String note, Optional<RolloutPlan> stages);

    /// What waits for others to approve it; one at most, as things are.
    List<Proposal> list();

    /// What a proposal changes of what was released last.
    List<Part> changes(Proposal proposal);

    /// Signs exactly this proposal. It is released if that is enough.
    Approved approve(Proposal proposal);

    /// Gives a proposal up.
    void takeBack(long proposal);

    /// Signs what is released already, so that nodes believe it also when who signed it goes.
    void countersign(long number);
}
