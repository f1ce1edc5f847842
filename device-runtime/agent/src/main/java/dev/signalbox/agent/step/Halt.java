// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.Problem;
import java.time.Duration;
import java.util.Optional;

/// Ends what a step's thread is at, from outside: by an interrupt, then by a halt of its code, then by closing what it
/// holds open. What goes on nevertheless is given up, and told. From any thread.
final class Halt {
    private static final Duration STEP = Duration.ofMillis(500);
    private static final long HALT_NANOS = 1_000_000_000L;
    private static final long SWEEP_NANOS = 1_000_000_000L;
    private static final long GIVE_UP_NANOS = 2_000_000_000L;

    private final StepHost host;
    private final Program program;
    private final StepLife life;
    private final Thread thread;
    private volatile boolean givenUp;

    Halt(StepHost host, Program program, StepLife life, Thread thread) {
        this.host = host;
        this.program = program;
        this.life = life;
        this.thread = thread;
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
        if (life.isEnding() || givenUp) {
            return;
        }
        endOvertime();
        long halted = life.haltedNanos();
        if (halted > GIVE_UP_NANOS) {
            giveUp();
        } else if (halted > SWEEP_NANOS) {
            Thread.ofVirtual().start(() -> host.tellLeft(program.sweep()));
        }
    }

    private void endOvertime() {
        long patience = host.plan().patience().toNanos();
        long over = life.working().nanos() - patience;
        if (patience == 0 || over <= 0 || !program.runsHere()) {
            return;
        }
        if (life.working().overran().isEmpty()) {
            life.working().overrun(program.line(thread).orElse(""));
            thread.interrupt();
        } else if (over > HALT_NANOS) {
            halt("It takes longer than it may");
        }
    }

    private void halt(String why) {
        life.halted();
        program.halt(why);
    }

    /// The step is to end for good and has not in its time. Waits.
    void cutOff() throws InterruptedException {
        life.cutOff();
        life.end(StepLife.Ending.AFTER_THIS);
        thread.interrupt();
        if (thread.join(STEP)) {
            return;
        }
        Optional<String> line = program.line(thread);
        program.halt("The step has to end");
        if (endsOnceHalted()) {
            host.say(LogLevel.WARNING, StepProblems.halted(host.service(), line));
        } else {
            life.abandon();
            host.gaveUp(StepProblems.notStopped(host.service(), line));
        }
    }

    /// It may wait for a socket of its own; closing that ends the wait.
    private boolean endsOnceHalted() throws InterruptedException {
        if (thread.join(STEP)) {
            return true;
        }
        host.tellLeft(program.sweep());
        return thread.join(STEP);
    }

    private void giveUp() {
        givenUp = true;
        host.gaveUp(StepProblems.notStopped(host.service(), program.line(thread)));
    }

    /// Nothing more is tried.
    void leave() {
        givenUp = true;
    }

    boolean isGivenUp() {
        return givenUp;
    }
}
