// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.node;

import dev.signalbox.protocol.release.StepAddress;
import java.util.Optional;

/// Something on a node is to be switched.
///
/// @param step which one, if it is a step; else empty
/// @param on whether the switch is to be on: what it names is to run, or the maintenance to begin
public record SwitchChange(Kind what, Optional<StepAddress> step, boolean on) {
    /// What can be switched on a node.
    public enum Kind {
        /// All its steps.
        NODE,
        /// Its maintenance; the other way round: while it is on, no step runs.
        MAINTENANCE,
        /// One step on this node.
        STEP
    }

    public SwitchChange {
        if (step.isPresent() != (what == Kind.STEP)) {
            throw new IllegalArgumentException("A step is named when a step is meant, and only then");
        }
    }

    /// Whether a node's steps are to run.
    public static SwitchChange node(boolean on) {
        return new SwitchChange(Kind.NODE, Optional.empty(), on);
    }

    /// Whether a node is in maintenance.
    public static SwitchChange maintenance(boolean on) {
        return new SwitchChange(Kind.MAINTENANCE, Optional.empty(), on);
    }

    /// Whether a step is to run on a node.
    public static SwitchChange step(StepAddress step, boolean on) {
        return new SwitchChange(Kind.STEP, Optional.of(step), on);
    }
}
