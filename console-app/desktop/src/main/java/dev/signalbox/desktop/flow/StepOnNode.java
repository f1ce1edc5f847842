// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.StepState;
import java.util.Comparator;
import java.util.Optional;

/// How a step fares on one node.
///
/// @param state as the node last reported it; empty while it is not connected
/// @param problem why it does not run
record StepOnNode(String node, StepAddress step, Optional<StepState> state, Optional<Problem> problem) {
    /// Worst first, nodes that are not connected last.
    static final Comparator<StepOnNode> WORST_FIRST = Comparator.comparingInt(
                    (StepOnNode one) -> one.state.map(Fare::rank).orElse(Integer.MAX_VALUE))
            .thenComparing(StepOnNode::node);

    /// Whether what is said of it is trouble, and not what an operator wanted.
    boolean isTroubled() {
        return state.filter(now -> now == StepState.RESTARTING || now == StepState.QUARANTINED)
                .isPresent();
    }

    String words() {
        return state.map(Fare::word).orElse("offline");
    }
}
