// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.guard;

import dev.signalbox.agent.log.NodeLog;
import dev.signalbox.agent.step.StepHost;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Looks after the steps on a thread of its own, because those of services may all be busy: twice a
/// second at who is at one thing for too long, once a second at what they cost and hold and at who
/// waits for whom, and at the memory as often as it takes.
public final class Supervision implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("node");
    private static final long USUAL_NANOS = 250_000_000;
    private static final long PRESSING_NANOS = 20_000_000;
    private static final long OVERTIME_NANOS = 500_000_000;
    private static final long SECOND_NANOS = 1_000_000_000;

    private final Supplier<Collection<StepHost>> steps;
    private final Quarantine quarantine;
    private final Costs costs;
    private final MemoryWatch memory;
    private final Holdings holdings;
    private final Deadlocks deadlocks;
    private final AtomicLong looks = new AtomicLong();
    private final Thread thread;
    private long overtimeNanos = System.nanoTime();
    private long secondNanos = overtimeNanos;
    private volatile boolean closed;

    private Supervision(Supplier<Collection<StepHost>> steps, Quarantine quarantine, NodeLog log, Restart restart) {
        this.steps = steps;
        this.quarantine = quarantine;
        this.costs = new Costs(steps);
        this.memory = new MemoryWatch(Heap.ofThisJvm(), steps, costs, restart);
        this.holdings = new Holdings(costs);
        this.deadlocks = new Deadlocks(log, restart);
        this.thread = Thread.ofPlatform().daemon().name("supervision").unstarted(this::watch);
    }

    /// Begins.
    ///
    /// @param steps those that run, asked at each look
    /// @param quarantine forgets what no release runs any more
    public static Supervision of(
            Supplier<Collection<StepHost>> steps, Quarantine quarantine, NodeLog log, Restart restart) {
        var supervision = new Supervision(steps, quarantine, log, restart);
        supervision.thread.start();
        return supervision;
    }

    /// What the steps cost.
    public Costs costs() {
        return costs;
    }

    /// Whether a step that found no memory is itself at fault. On its thread.
    public boolean isToBlame(StepHost step) {
        return memory.isToBlame(step);
    }

    /// How often it has looked; grows at least once a second while it makes progress.
    public long looks() {
        return looks.get();
    }

    private void watch() {
        while (!closed) {
            long pause = USUAL_NANOS;
            try {
                look(System.nanoTime());
                pause = memory.pressing() ? PRESSING_NANOS : USUAL_NANOS;
            } catch (RuntimeException | Error noRoomToLook) {
                pause = PRESSING_NANOS;
            }
            looks.incrementAndGet();
            LockSupport.parkNanos(pause);
        }
    }

    private void look(long now) {
        if (now - overtimeNanos >= OVERTIME_NANOS) {
            overtimeNanos = now;
            each(StepHost::endOvertime);
        }
        if (now - secondNanos >= SECOND_NANOS) {
            secondNanos = now;
            safely(this::everySecond);
        }
        safely(memory::look);
    }

    private void everySecond() {
        costs.look();
        each(holdings::look);
        Collection<StepHost> running = steps.get();
        if (!running.isEmpty()) {
            quarantine.only(running.stream().map(StepHost::plan).toList());
            deadlocks.look();
        }
    }

    private void each(Consumer<StepHost> look) {
        for (StepHost step : steps.get()) {
            safely(() -> look.accept(step));
        }
    }

    /// The next look goes over all of them again.
    private static void safely(Runnable look) {
        try {
            look.run();
        } catch (RuntimeException | LinkageError | VirtualMachineError one) {
            complain(one);
        }
    }

    private static void complain(Throwable why) {
        try {
            LOG.log(System.Logger.Level.WARNING, "A look at the steps failed", why);
        } catch (LinkageError | VirtualMachineError noRoomToComplain) {
            // somebody is stopped for it at the next look
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
