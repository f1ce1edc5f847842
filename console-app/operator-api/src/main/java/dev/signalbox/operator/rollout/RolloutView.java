// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.rollout;

import dev.signalbox.protocol.report.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A rollout as it stands.
///
/// @param release number of the release that is rolled out
/// @param base number of the release that nodes run which do not have it, and go back to
/// @param stage counted from 0
/// @param since when that stage or state began
/// @param why it paused or was halted, if it was
/// @param failures of some nodes that failed, the latest first, at most `FAILURES_SHOWN`
public record RolloutView(
        long release,
        long base,
        RolloutPlan plan,
        RolloutState state,
        int stage,
        Instant since,
        Optional<Problem> why,
        RolloutTally tally,
        List<NodeFailure> failures) {
    public static final int FAILURES_SHOWN = 50;

    public RolloutView {
        failures = List.copyOf(failures);
    }

    /// @param problem what the node told
    public record NodeFailure(String node, Problem problem) {}
}
