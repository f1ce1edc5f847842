// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.rollout;

import dev.signalbox.operator.rollout.RolloutMove;
import dev.signalbox.operator.rollout.RolloutView;
import java.util.List;

/// Watches and steers releases that come to their nodes in stages. The hub moves them on by itself, whether a console
/// is
/// there or not. All calls ask the hub and wait for it; what goes wrong is a ProblemException.
public interface Rollouts {
    /// All that ever were, newest first.
    List<RolloutView> list();

    /// Fails with `rollout.not-known` when that release did not come in stages.
    RolloutView get(long release);

    /// Answers how it stands then; fails with `rollout.not-open` when it has ended, with `rollout.moved-on` when it is
    /// in
    /// another stage than the one that was seen.
    ///
    /// @param seen how it was seen to stand
    RolloutView move(RolloutView seen, RolloutMove move);
}
