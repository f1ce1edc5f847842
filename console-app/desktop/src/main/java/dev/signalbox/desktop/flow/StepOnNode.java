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
/// @param problem why it is restarting or quarantined
record StepOnNode(String node, StepAddress step, Optional<StepState> state, Optional<Problem> problem) {
    /// Worst first, nodes that are not connected last.
    static final Comparator<StepOnNode> WORST_FIRST = Comparator.comparingInt(
                    (StepOnNode one) -> one.state.map(Fare::rank).orElse(Integer.MAX_VALUE))
            .thenComparing(StepOnNode::node);

    String words() {
        return state.map(Fare::word).orElse("offline");
    }
}
