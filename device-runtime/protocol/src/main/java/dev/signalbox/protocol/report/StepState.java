// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.report;

/// Where a step stands on one node.
public enum StepState {
    STARTING,
    RUNNING,
    /// It stands still because an operator looks at it.
    PAUSED,
    RESTARTING,
    QUARANTINED,
    STOPPED
}
