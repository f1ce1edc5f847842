// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.action;

/// What is done with a step, until the node starts again or a release changes the step.
public enum StepDeed {
    /// Ends it and starts it anew, also out of quarantine. What waits for it is kept.
    RESTART,
    /// Ends it after what it is doing. What waits for it is kept, and so is what comes, up to its
    /// mailbox's bound.
    STOP,
    /// Starts it if it does not run, also out of quarantine; ends a pause.
    START,
    /// Has it stand still after what it is doing: no message, no timer. What comes is kept, up to its mailbox's bound.
    /// A
    /// pause ends by itself 30 min after the last of these words.
    PAUSE,
    /// Lets a paused step do one thing: the next message or due timer, now or when it comes.
    NEXT,
    /// Ends a pause.
    RESUME
}
