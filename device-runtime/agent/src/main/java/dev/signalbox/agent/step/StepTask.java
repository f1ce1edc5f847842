// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import dev.signalbox.api.CustomService;

/// Something to do on the step's thread.
@FunctionalInterface
public interface StepTask {
    void run(CustomService service) throws Exception;
}
