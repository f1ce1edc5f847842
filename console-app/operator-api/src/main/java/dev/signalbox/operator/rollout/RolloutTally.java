// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.rollout;

import java.util.Map;

/// How many nodes of a rollout fare how; together all that the release changes something on.
public record RolloutTally(int waiting, int ordered, int succeeded, int failed, int back) {
    /// @param counts an outcome that is missing counts 0
    public static RolloutTally of(Map<NodeOutcome, Integer> counts) {
        return new RolloutTally(
                counts.getOrDefault(NodeOutcome.WAITING, 0),
                counts.getOrDefault(NodeOutcome.ORDERED, 0),
                counts.getOrDefault(NodeOutcome.SUCCEEDED, 0),
                counts.getOrDefault(NodeOutcome.FAILED, 0),
                counts.getOrDefault(NodeOutcome.BACK, 0));
    }

    public int targets() {
        return waiting + exposed();
    }

    /// Those that told how it went.
    public int told() {
        return succeeded + failed;
    }

    /// Those that were ever told to run the release.
    public int exposed() {
        return ordered + succeeded + failed + back;
    }
}
