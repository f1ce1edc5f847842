// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.guard;

import dev.signalbox.agent.step.StepHost;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Looks twice a second whether a step is at one thing for longer than it may, and ends that. Has a thread of its own,
/// because those of services may all be busy.
public final class Overtime implements AutoCloseable {
    private static final long LOOK_MILLIS = 500;

    private final Supplier<Collection<StepHost>> steps;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("overtime").factory());

    private Overtime(Supplier<Collection<StepHost>> steps) {
        this.steps = steps;
    }

    /// @param steps those that run, asked at each look
    public static Overtime watching(Supplier<Collection<StepHost>> steps) {
        var overtime = new Overtime(steps);
        var _ = overtime.thread.scheduleWithFixedDelay(overtime::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        return overtime;
    }

    private void look() {
        try {
            steps.get().forEach(StepHost::endOvertime);
        } catch (RuntimeException | LinkageError one) {
            // the next look goes over all of them again
            System.getLogger("node").log(System.Logger.Level.WARNING, "The steps' times were not looked at", one);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
