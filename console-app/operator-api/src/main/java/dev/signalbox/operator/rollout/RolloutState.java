// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.rollout;

/// Where a rollout stands.
public enum RolloutState {
    /// The nodes it changes something on are being found; none has it yet.
    PREPARING,
    /// It goes from stage to stage.
    RUNNING,
    /// No further node gets it until an operator says so. Too many failures halt it all the same.
    PAUSED,
    /// Too many failed, or an operator halted it: all nodes go back, and nobody gets it any more.
    HALTED,
    /// All nodes have it or get it when they come.
    DONE;

    /// Whether it is neither halted nor done. There is one at most, and no release is taken meanwhile.
    public boolean isOpen() {
        return this == PREPARING || this == RUNNING || this == PAUSED;
    }
}
