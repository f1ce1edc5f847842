// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.StepState;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// A step's own thread: one run after the other, and a rest after each death, until the step ends.
final class StepThread {
    private static final long STACK_BYTES = 256 * 1024;
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final Program program;
    private final StepLife life;
    private final StepStatus status;
    private final Thread thread;
    /// Touched on the thread itself only.
    private final Deaths deaths = new Deaths();

    private volatile boolean runs;

    StepThread(StepGroup group, Program program, StepLife life, StepStatus status) {
        this.program = program;
        this.life = life;
        this.status = status;
        this.thread = Thread.ofPlatform()
                .group(group)
                .daemon()
                .stackSize(STACK_BYTES)
                .name(status.plan().address().toString())
                .unstarted(this::live);
    }

    void start() {
        thread.start();
    }

    /// Whether the caller is on it.
    boolean isCurrent() {
        return Thread.currentThread().equals(thread);
    }

    /// Whether a run is on, or what it held is not let go yet.
    boolean runs() {
        return runs;
    }

    /// The author's line at which it is, as far as that is known.
    Optional<String> line() {
        return program.line(thread);
    }

    void interrupt() {
        thread.interrupt();
    }

    /// Has it look whether the step is to end or to go on, when it rests or holds.
    void wake() {
        LockSupport.unpark(thread);
    }

    /// Waits for its end at most so long. One that was never started has ended.
    boolean endsWithin(Duration patience) throws InterruptedException {
        return !thread.isAlive() || thread.join(patience);
    }

    private void live() {
        status.watcher().barred(status.plan()).ifPresent(this::stayOut);
        while (!life.isEnding()) {
            try {
                // what it died of is let go before the rest, for it holds the classes it came through
                Runnable rest = liveOnce();
                rest.run();
            } catch (Throwable unforeseen) {
                // no memory to mourn with; the next run finds some, or dies in its turn
                runs = false;
                deaths.add(System.nanoTime());
                rest(Duration.ofMillis(deaths.nextPauseMillis()));
            }
        }
        status.stopped();
    }

    /// It was quarantined before the node was started again.
    private void stayOut(Problem why) {
        if (status.watcher().deathGoesBack()) {
            goBack(why).run();
        }
        if (!life.isEnding() && status.bar()) {
            status.quarantined(why);
            rest(FOR_EVER);
        }
    }

    /// One run, and what is to be waited for after it.
    private Runnable liveOnce() {
        status.become(StepState.STARTING);
        runs = true;
        Throwable death = life.run(new Stages());
        if (death == null || life.isEnding()) {
            runs = false;
            return () -> {};
        }
        cleanUp(death);
        runs = false;
        return mourn(death);
    }

    private final class Stages implements StepLife.Stage {
        @Override
        public void begun() {
            status.become(StepState.RUNNING);
            status.begun();
        }

        @Override
        public void paused() {
            status.become(StepState.PAUSED, StepProblems.paused());
        }

        @Override
        public void resumed() {
            status.become(StepState.RUNNING);
        }

        @Override
        public void stopFailed(Throwable thrown) {
            status.say(LogLevel.ERROR, StepProblems.died(status.plan().service(), thrown));
        }
    }

    /// Who was condemned, or died of an error of the JVM, is loaded anew: what its static fields hold is let go,
    /// and a class that failed to initialize is tried again.
    private void cleanUp(Throwable death) {
        if (death instanceof VirtualMachineError
                || death instanceof LinkageError
                || life.condemned().isPresent()) {
            program.halt("Its run has ended");
        }
        try {
            status.leftOpen(program.sweep());
        } finally {
            var _ = Thread.interrupted(); // it was meant for the run
            program.renew();
        }
    }

    private Runnable mourn(Throwable death) {
        Problem why = reason(death);
        status.say(LogLevel.ERROR, why, ForeignException.traceOf(death));
        if (!(death instanceof OutOfMemoryError) || status.isToBlame()) {
            deaths.add(System.nanoTime());
        }
        if (status.watcher().deathGoesBack()) {
            return goBack(why);
        }
        return status.barAfterDeath(deaths.tooMany()) ? stopTrying(why) : tryAgain(why);
    }

    private Problem reason(Throwable death) {
        StepPlan plan = status.plan();
        return life.condemned()
                .or(() -> life.working().overran().map(line -> StepProblems.tookTooLong(plan, line)))
                .orElseGet(() -> StepProblems.died(plan.service(), death));
    }

    private Runnable goBack(Problem why) {
        status.become(StepState.RESTARTING, why);
        status.died(why);
        return this::restWhileGoingBack;
    }

    private Runnable stopTrying(Problem why) {
        status.quarantined(why);
        status.died(why);
        return () -> rest(FOR_EVER);
    }

    private Runnable tryAgain(Problem why) {
        status.become(StepState.RESTARTING, why);
        status.died(why);
        Duration pause = Duration.ofMillis(deaths.nextPauseMillis());
        return () -> rest(pause);
    }

    /// The release before takes over what waits, and what this run died of.
    private void restWhileGoingBack() {
        while (!life.isEnding() && status.watcher().deathGoesBack()) {
            rest(Duration.ofMillis(deaths.nextPauseMillis()));
        }
    }

    /// Messages wait meanwhile.
    private void rest(Duration pause) {
        long end = System.nanoTime() + pause.toNanos();
        for (long left = pause.toNanos(); left > 0 && !life.isEnding(); left = end - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
            var _ = Thread.interrupted();
        }
    }
}
