// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// What a node runs, sent whole at each change as D2C with `signalbox-kind=state`.
///
/// @param running number of the release that runs; 0 for none
/// @param ordered number of the release it was last asked to run; 0 for none
/// @param state where it stands with the ordered one
/// @param problem why it refused, fell back or waits
/// @param outboxWaiting messages on disk that the hub has not taken yet
/// @param apps programs joined to it over its local socket; none where an older node does not say
public record NodeReport(
        String agentVersion,
        long running,
        long ordered,
        ReleaseState state,
        Optional<Problem> problem,
        List<StepReport> steps,
        long outboxWaiting,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<AppReport> apps) {
    public NodeReport {
        steps = List.copyOf(steps);
        apps = List.copyOf(Objects.requireNonNullElse(apps, List.of()));
    }

    /// Of a node without apps.
    public NodeReport(
            String agentVersion,
            long running,
            long ordered,
            ReleaseState state,
            Optional<Problem> problem,
            List<StepReport> steps,
            long outboxWaiting) {
        this(agentVersion, running, ordered, state, problem, steps, outboxWaiting, List.of());
    }
}
