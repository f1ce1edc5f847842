// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.agent.step.StepHost;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// One step goes over to another version: the former ends, then the next one starts.
///
/// @param former null for a step that is new here
record Change(@Nullable StepHost former, StepHost next) {
    /// All at the same time; returns when each next one was started.
    static void makeAll(List<Change> changes) {
        try (var each = Executors.newVirtualThreadPerTaskExecutor()) {
            changes.forEach(change -> each.execute(change::make));
        }
    }

    private void make() {
        try {
            if (former != null) {
                former.stop();
            }
        } finally {
            next.start();
        }
    }
}
