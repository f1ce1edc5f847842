// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.guard;

import dev.signalbox.agent.step.StepHost;

/// Stops who has more memory in its process, more threads, or more open than a step may.
final class Holdings {
    static final int MOST_THREADS = 256;
    static final int MOST_OPEN = 512;

    private final Costs costs;

    Holdings(Costs costs) {
        this.costs = costs;
    }

    void look(StepHost step) {
        long resident = costs.of(step.address()).residentBytes();
        long most = step.plan().memoryBytes();
        int threads = costs.threads(step.address());
        if (most > 0 && resident > most) {
            step.condemn(GuardProblems.processTooLarge(step, resident));
        } else if (threads > MOST_THREADS) {
            step.condemn(GuardProblems.tooManyThreads(step, threads));
        } else {
            lookAtOpen(step);
        }
    }

    private static void lookAtOpen(StepHost step) {
        int open = step.held();
        if (open > MOST_OPEN) {
            step.condemn(GuardProblems.tooMuchOpen(step, open));
        }
    }
}
