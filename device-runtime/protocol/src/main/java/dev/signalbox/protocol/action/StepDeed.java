// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.action;

/// What is done with a step, until the node starts again or a release changes the step.
public enum StepDeed {
    /// Ends it and starts it anew, also out of quarantine. What waits for it is kept.
    RESTART,
    /// Ends it after what it is doing. What waits for it is kept, and so is what comes, up to its
    /// mailbox's bound.
    STOP,
    /// Starts it if it does not run, also out of quarantine.
    START
}
