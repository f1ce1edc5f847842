// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.Problem;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// Ends what a step's thread is at, from outside: by an interrupt, then by a halt of its code, then by closing what it
/// holds open. What goes on nevertheless is given up, and told. From any thread.
final class Halt {
    private static final Duration STOP = Duration.ofSeconds(2);
    private static final Duration STEP = Duration.ofMillis(500);
    private static final long HALT_NANOS = 1_000_000_000L;
    private static final long SWEEP_NANOS = 1_000_000_000L;
    private static final long GIVE_UP_NANOS = 2_000_000_000L;

    private final StepThread thread;
    private final Program program;
    private final StepLife life;
    private final StepStatus status;
    private final AtomicBoolean closed = new AtomicBoolean();

    Halt(StepThread thread, Program program, StepLife life, StepStatus status) {
        this.thread = thread;
        this.program = program;
        this.life = life;
        this.status = status;
    }

    /// The run that is on dies of this. Does not wait; false when none is on, or it is being ended already.
    boolean condemn(Problem why) {
        boolean condemned = life.condemn(why);
        if (condemned) {
            thread.interrupt();
            halt(why.what());
        }
        return condemned;
    }

    /// Ends what takes longer than it may, and gives up what was to end and has not. Again and again; does not wait.
    void look() {
        if (life.isEnding() || status.isGivenUp()) {
            return;
        }
        endOvertime();
        long halted = life.haltedNanos();
        if (halted > GIVE_UP_NANOS) {
            status.giveUp();
            status.unstoppable(StepProblems.notStopped(service(), thread.line()));
        } else if (halted > SWEEP_NANOS) {
            Thread.ofVirtual().start(() -> status.leftOpen(program.sweep()));
        }
    }

    private void endOvertime() {
        long patience = status.plan().patience().toNanos();
        long over = life.working().nanos() - patience;
        if (patience == 0 || over <= 0 || !program.runsHere()) {
            return;
        }
        if (life.working().overran().isEmpty()) {
            life.working().overrun(thread.line().orElse(""));
            thread.interrupt();
        } else if (over > HALT_NANOS) {
            halt("It takes longer than it may");
        }
    }

    private void halt(String why) {
        life.halted();
        program.halt(why);
    }

    private String service() {
        return status.plan().service();
    }

    /// The step ends for good, and its program is closed. Waits: 2 s for it to end of itself, and 1.5 s
    /// more while it is made to.
    void end(StepLife.Ending when) {
        life.end(when);
        thread.wake();
        try {
            if (!thread.endsWithin(STOP)) {
                cutOff();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (closed.compareAndSet(false, true)) {
            status.leftOpen(program.end());
            program.close();
        }
    }

    private void cutOff() throws InterruptedException {
        life.cutOff();
        life.end(StepLife.Ending.AFTER_THIS);
        thread.interrupt();
        if (thread.endsWithin(STEP)) {
            return;
        }
        Optional<String> line = thread.line();
        program.halt("The step has to end");
        if (endsOnceHalted()) {
            status.say(LogLevel.WARNING, StepProblems.halted(service(), line));
        } else {
            life.abandon();
            status.unstoppable(StepProblems.notStopped(service(), line));
        }
    }

    /// It may wait for a socket of its own; closing that ends the wait.
    private boolean endsOnceHalted() throws InterruptedException {
        if (thread.endsWithin(STEP)) {
            return true;
        }
        status.leftOpen(program.sweep());
        return thread.endsWithin(STEP);
    }

    /// Nothing more is tried: the step is quarantined as it is, its thread left behind.
    void leaveBehind(Problem why) {
        status.giveUp();
        if (!life.isEnding() && status.bar()) {
            life.abandon();
            status.quarantined(why);
        }
    }
}
