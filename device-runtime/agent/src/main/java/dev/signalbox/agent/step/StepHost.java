// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import dev.signalbox.api.CustomService;
import dev.signalbox.api.Message;
import dev.signalbox.engine.load.LoadedService;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.StepReport;
import dev.signalbox.protocol.report.StepState;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Runs one service on a platform thread of its own. Everything the service is asked happens there, one after the
/// other.
/// When its code throws it is ended and started again, later each time; after three deaths in 60 s it is quarantined.
public final class StepHost {
    private static final long STACK_BYTES = 256 * 1024;
    private static final long STOP_MILLIS = 2_000;
    private static final long LONGEST_WAIT_NANOS = 1_000_000_000L;

    private final StepPlan plan;
    private final LoadedService service;
    private final StepWorld world;
    private final Mailbox mailbox = new Mailbox();
    /// A timer made on another thread must wake this one from a wait that was set before it.
    private final Timers timers = new Timers(() -> mailbox.tell(s -> {}));
    private final Deaths deaths = new Deaths();
    private final AtomicLong dropped = new AtomicLong();
    private final Thread thread;
    private volatile boolean stopping;
    private volatile StepReport report;

    public StepHost(StepPlan plan, LoadedService service, StepWorld world) {
        this.plan = plan;
        this.service = service;
        this.world = world;
        this.report = reportOf(StepState.STARTING, null);
        this.thread = Thread.ofPlatform()
                .daemon()
                .stackSize(STACK_BYTES)
                .name(plan.address().toString())
                .unstarted(this::live);
    }

    public StepPlan plan() {
        return plan;
    }

    public StepReport report() {
        return report;
    }

    public void start() {
        thread.start();
    }

    /// Whether the caller is on this step's own thread.
    public boolean isOwnThread() {
        return Thread.currentThread().equals(thread);
    }

    /// Counts a message that was meant for this step and found no room; answers how many there were by now.
    public long drop() {
        return dropped.incrementAndGet();
    }

    /// How many messages this step never got: its mailbox was full, or it is in quarantine.
    public long dropped() {
        return dropped.get();
    }

    /// Hands over a message for `process`, waiting for room at most so long; false at once from a step in quarantine.
    public boolean deliver(Message message, long waitMillis) {
        return mailbox.offer(s -> s.process(message), waitMillis);
    }

    /// Hands over a message for the action's method, or for `process` when there is none of that name.
    public boolean act(String action, Message message, long waitMillis) {
        var method = service.action(action);
        return mailbox.offer(
                method.<StepTask>map(m -> s -> m.invoke(s, message)).orElse(s -> s.process(message)), waitMillis);
    }

    public boolean hasAction(String action) {
        return service.action(action).isPresent();
    }

    /// Hands over something for the step's thread that does not count as a message.
    public void tell(StepTask task) {
        mailbox.tell(task);
    }

    /// The same, but bounded like a message.
    public boolean offer(StepTask task, long waitMillis) {
        return mailbox.offer(task, waitMillis);
    }

    /// Ends the service: its `stop` runs, at most 2 s, then its thread is interrupted and left. Returns when it has
    /// ended.
    public void stop() {
        stopping = true;
        mailbox.tell(s -> {});
        LockSupport.unpark(thread);
        try {
            if (thread.isAlive() && !thread.join(Duration.ofMillis(STOP_MILLIS))) {
                thread.interrupt();
                if (!thread.join(Duration.ofMillis(STOP_MILLIS / 4))) {
                    say(LogLevel.ERROR, StepProblems.notStopped(plan.service()));
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        service.close();
    }

    private void live() {
        while (!stopping) {
            Throwable death = runOnce();
            if (death != null && !stopping) {
                mourn(death);
            }
        }
        become(StepState.STOPPED, null);
    }

    private @Nullable Throwable runOnce() {
        var runtime = new StepRuntime(plan, world, timers);
        CustomService instance = null;
        try {
            become(StepState.STARTING, null);
            instance = service.newInstance();
            instance.attach(runtime);
            instance.start();
            become(StepState.RUNNING, null);
            workUntilStopped(instance);
            return null;
        } catch (InvocationTargetException wrapped) {
            return wrapped.getCause() == null ? wrapped : wrapped.getCause();
        } catch (Throwable thrown) {
            return thrown;
        } finally {
            runtime.end();
            end(instance);
            runtime.end();
        }
    }

    private void workUntilStopped(CustomService instance) throws Exception {
        while (!stopping) {
            Runnable due = timers.takeDue();
            if (due != null) {
                due.run();
            }
            StepTask task = mailbox.poll(due == null ? timers.nanosToNext(LONGEST_WAIT_NANOS) : 0);
            if (task != null && !stopping) {
                task.run(instance);
            }
        }
    }

    private void end(@Nullable CustomService instance) {
        if (instance == null) {
            return;
        }
        try {
            instance.stop();
        } catch (Throwable thrown) {
            say(LogLevel.ERROR, StepProblems.died(plan.service(), thrown));
        }
    }

    private void mourn(Throwable death) {
        Problem why = StepProblems.died(plan.service(), death);
        say(LogLevel.ERROR, why);
        deaths.add(System.nanoTime());
        boolean quarantined = deaths.tooMany();
        if (quarantined) {
            dropped.addAndGet(mailbox.shut());
        }
        become(quarantined ? StepState.QUARANTINED : StepState.RESTARTING, why);
        world.watcher().died(this, why);
        rest(quarantined ? Duration.ofDays(36_500) : Duration.ofMillis(deaths.nextPauseMillis()));
    }

    /// Messages wait meanwhile.
    private void rest(Duration pause) {
        long end = System.nanoTime() + pause.toNanos();
        for (long left = pause.toNanos(); left > 0 && !stopping; left = end - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
            var _ = Thread.interrupted();
        }
    }

    private void become(StepState state, @Nullable Problem problem) {
        report = reportOf(state, problem);
        world.watcher().changed(this);
    }

    private StepReport reportOf(StepState state, @Nullable Problem problem) {
        return new StepReport(
                plan.address(), plan.service(), plan.version(), state, Instant.now(), Optional.ofNullable(problem));
    }

    private void say(LogLevel level, Problem problem) {
        world.log().write(plan.address().toString(), plan.service(), level, problem.what(), problem.code(), "");
    }
}
