// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.testing.disk.DiskStep;
import dev.signalbox.testing.disk.DiskWatch;
import java.util.ArrayList;
import java.util.List;

/// Counts what is done to a disk, and does something at one step of it.
final class Recorder implements DiskWatch {
    private final List<String> steps = new ArrayList<>();
    private boolean on;
    private int chosen = -1;
    private Runnable task = () -> {};

    synchronized void record(boolean really) {
        on = really;
    }

    /// Has something done before that step.
    synchronized void at(int step, Runnable what) {
        chosen = step;
        task = what;
    }

    synchronized List<String> steps() {
        return List.copyOf(steps);
    }

    @Override
    public synchronized void before(DiskStep step) {
        if (on) {
            if (steps.size() == chosen) {
                task.run();
            }
            steps.add(step.toString());
        }
    }
}
