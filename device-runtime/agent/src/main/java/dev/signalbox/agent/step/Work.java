// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a run does between its start and its stop: one thing after the other, on the step's thread.
final class Work {
    /// Whatever a step is to know is told, so this matters to nobody; of thousands that wait, few wake a second.
    private static final long LONGEST_WAIT_NANOS = 60_000_000_000L;

    private final StepLife life;
    private final Run run;
    private final StepRuntime runtime;
    private final Timers timers;

    Work(StepLife life, Run run, StepRuntime runtime, Timers timers) {
        this.life = life;
        this.run = run;
        this.runtime = runtime;
        this.timers = timers;
    }

    /// Throws what the author's code throws, and what the run is told to die of.
    void untilOver(StepLife.Stage stage) throws Exception {
        Pausing pausing = life.pausing();
        boolean paused = false;
        while (!life.isOver()) {
            life.dieIfCondemned();
            if (pausing.isOn() != paused) {
                paused = !paused;
                tell(stage, paused);
            }
            if (pausing.holds() && !life.isEnding()) {
                atRest();
                pausing.hold();
            } else {
                goOn();
            }
        }
    }

    private static void tell(StepLife.Stage stage, boolean paused) {
        if (paused) {
            stage.paused();
        } else {
            stage.resumed();
        }
    }

    private void goOn() throws Exception {
        Runnable due = timers.takeDue();
        if (due != null) {
            life.working().begin();
            due.run();
            life.working().end();
            life.pausing().didOne();
            if (life.pausing().holds()) {
                return;
            }
        }
        Item item = next(due == null ? LONGEST_WAIT_NANOS : 0);
        if (item != null) {
            life.working().begin();
            handle(item);
            life.working().end();
        }
    }

    /// Waits for a message until the next timer is due, and no longer than that.
    private @Nullable Item next(long mostNanos) {
        Item next = life.inHand().next();
        if (next != null) {
            return next;
        }
        atRest();
        life.inHand().fetch(timers.nanosToNext(mostNanos));
        return life.inHand().next();
    }

    /// Nothing more comes for now: what the run kept back goes on its way.
    private void atRest() {
        life.working().begin();
        run.pause();
        life.working().end();
    }

    private void handle(Item item) throws Exception {
        switch (item) {
            case Item.Word word -> word.task().on(run);
            case Item.Delivery delivery -> deliver(delivery);
        }
    }

    private void deliver(Item.Delivery delivery) throws Exception {
        long sentBefore = runtime.sent();
        life.inHand().begin(delivery);
        runtime.follow(delivery.completion());
        try {
            if (delivery.kind() == Item.Kind.EVENT) {
                runtime.hear(delivery);
            } else {
                run.take(delivery);
            }
        } catch (Throwable thrown) {
            boolean sentNothing = runtime.sent() == sentBefore;
            life.inHand().failed(delivery, thrown, sentNothing && life.mayBeDoneAgain());
            throw thrown;
        } finally {
            life.pausing().didOne();
        }
        life.inHand().done();
        runtime.follow(Optional.empty());
    }
}
