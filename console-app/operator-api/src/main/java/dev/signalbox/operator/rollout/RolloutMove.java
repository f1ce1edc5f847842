// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.rollout;

/// What an operator has a rollout do.
public enum RolloutMove {
    /// Give it to no further node for now.
    PAUSE,
    /// Go on where it paused.
    RESUME,
    /// Begin the next stage now, whatever the nodes of this one tell; go on if it paused.
    NEXT_STAGE,
    /// Give it to nobody any more, and take it back from all who have it.
    HALT
}
