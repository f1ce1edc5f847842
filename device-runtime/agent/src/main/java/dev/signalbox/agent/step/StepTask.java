// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

/// Something the runtime has a run do, on the step's thread.
@FunctionalInterface
public interface StepTask {
    void on(Run run) throws Exception;
}
