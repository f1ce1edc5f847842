// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import dev.signalbox.protocol.release.StepAddress;

/// Who sends a message on this node: a step, or something that stands beside the steps.
public interface Sender {
    /// What it is called in the log, and whose flow is looked at first for whom it means.
    StepAddress address();

    /// The service it runs, as the log names it.
    String service();

    /// Whether it was told to end: what it still sends must not wait.
    boolean isEnding();

    /// It had to wait so long for room; that is not its own fault. On the thread that waited.
    default void waited(long nanos) {}
}
