// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import dev.signalbox.protocol.report.Problem;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// One run after the other of a step's program, on the step's thread. What a run has not done when it is told to end is
/// left for the next one; what it failed with is not tried again.
final class StepLife {
    /// Whatever a step is to know is told, so this matters to nobody; of thousands that wait, few wake a second.
    private static final long LONGEST_WAIT_NANOS = 60_000_000_000L;

    private final StepHost host;
    private final Program program;
    private final StepWorld world;
    private final Mailbox mailbox;
    private final Working working = new Working();
    private final Taken taken = new Taken();
    private final AtomicReference<Item.@Nullable Delivery> current = new AtomicReference<>();
    private volatile Ending ending = Ending.NOT_YET;
    private volatile boolean cutOff;
    private volatile boolean running;
    private volatile @Nullable Problem condemned;
    /// Since when the author's code is being stopped; 0 while it is not.
    private volatile long haltedSince;

    /// When it is to end.
    enum Ending {
        NOT_YET,
        AFTER_ALL,
        AFTER_THIS
    }

    /// @param host as whom the runs send
    StepLife(StepHost host, Program program, StepWorld world, Mailbox mailbox) {
        this.host = host;
        this.program = program;
        this.world = world;
        this.mailbox = mailbox;
    }

    /// Hears of a run's beginning. On the step's thread.
    interface Stage {
        void running();

        void stopFailed(Throwable thrown);
    }

    /// What its thread is at.
    Working working() {
        return working;
    }

    /// How many messages were taken from the mailbox and not begun.
    int waiting() {
        return taken.messages();
    }

    boolean isEnding() {
        return ending != Ending.NOT_YET;
    }

    /// From any thread: it ends after what it is doing, or after all that waits.
    void end(Ending when) {
        ending = when;
        mailbox.tell(run -> {});
    }

    /// The run that is on is to die of this. False when none is on, or it dies already.
    boolean condemn(Problem why) {
        if (!running || condemned != null || isEnding()) {
            return false;
        }
        condemned = why;
        return true;
    }

    /// What the run was told to die of; the last one's until the next begins.
    Optional<Problem> condemned() {
        return Optional.ofNullable(condemned);
    }

    /// The author's code is being stopped.
    void halted() {
        if (haltedSince == 0 && running) {
            haltedSince = System.nanoTime() | 1;
        }
    }

    /// For how long it has been so; 0 when it is not, or has ended.
    long haltedNanos() {
        long since = haltedSince;
        return since == 0 || !running ? 0 : System.nanoTime() - since;
    }

    /// What it is doing now counts as not done, because it will be interrupted.
    void cutOff() {
        cutOff = true;
    }

    /// Its thread is left behind: what it is doing now is lost, what it has not begun is left for the next one.
    void abandon() {
        Item.Delivery unfinished = current.getAndSet(null);
        if (unfinished != null) {
            mailbox.tally().failed(1);
            unfinished.failed("the service did not stop");
        }
        leave();
    }

    /// One run, until it is to end. Answers what killed it, if it did not end so.
    @Nullable
    Throwable run(Stage stage) {
        condemned = null;
        haltedSince = 0;
        running = true;
        try {
            return runOnce(stage);
        } finally {
            running = false;
        }
    }

    private @Nullable Throwable runOnce(Stage stage) {
        // a timer made on another thread must wake this one from a wait that was set before it
        var timers = new Timers(() -> mailbox.tell(run -> {}));
        var runtime = new StepRuntime(host, world, timers);
        Optional<Run> begun = Optional.empty();
        Throwable death = null;
        try {
            working.begin();
            Run run = program.begin(runtime);
            begun = Optional.of(run);
            run.start();
            working.end();
            runtime.started();
            stage.running();
            work(run, runtime, timers);
        } catch (Throwable thrown) {
            death = thrown;
        }
        working.end();
        runtime.ending();
        begun.ifPresent(run -> stop(run, stage));
        runtime.ended();
        if (begun.isPresent()) {
            takeBack(begun.get(), death);
        }
        leave();
        return death;
    }

    private void work(Run run, StepRuntime runtime, Timers timers) throws Exception {
        while (!isOver()) {
            dieIfCondemned();
            Runnable due = timers.takeDue();
            if (due != null) {
                working.begin();
                due.run();
                working.end();
            }
            Item item = next(run, timers, due == null ? LONGEST_WAIT_NANOS : 0);
            if (item != null) {
                working.begin();
                handle(run, runtime, item);
                working.end();
            }
        }
    }

    private void dieIfCondemned() {
        Problem why = condemned;
        if (why != null) {
            throw new IllegalStateException(why.what());
        }
    }

    private boolean isOver() {
        return switch (ending) {
            case NOT_YET -> false;
            case AFTER_THIS -> true;
            case AFTER_ALL -> taken.isEmpty() && mailbox.isEmpty();
        };
    }

    /// Waits for a message until the next timer is due, and no longer than that.
    private @Nullable Item next(Run run, Timers timers, long mostNanos) {
        Item next = taken.next();
        if (next != null) {
            return next;
        }
        working.begin();
        run.pause();
        working.end();
        try {
            mailbox.take(taken, timers.nanosToNext(mostNanos));
        } catch (InterruptedException tooLate) {
            // meant for what was done before
        }
        return taken.next();
    }

    private void handle(Run run, StepRuntime runtime, Item item) throws Exception {
        switch (item) {
            case Item.Word word -> word.task().on(run);
            case Item.Delivery delivery -> deliver(run, runtime, delivery);
        }
    }

    private void deliver(Run run, StepRuntime runtime, Item.Delivery delivery) throws Exception {
        long sentBefore = runtime.sent();
        current.setRelease(delivery);
        mailbox.tally().received();
        runtime.follow(delivery.completion());
        try {
            if (delivery.kind() == Item.Kind.EVENT) {
                runtime.hear(delivery);
            } else {
                run.take(delivery);
            }
        } catch (Throwable thrown) {
            failed(delivery, thrown, runtime.sent() == sentBefore);
            throw thrown;
        }
        current.setRelease(null);
        runtime.follow(Optional.empty());
    }

    /// It is done again by who takes over, if that cannot send anything twice.
    private void failed(Item.Delivery delivery, Throwable thrown, boolean sentNothing) {
        boolean stillOurs = current.compareAndSet(delivery, null);
        if (stillOurs && sentNothing && (cutOff || world.watcher().deathGoesBack())) {
            mailbox.tally().gaveBack(1);
            taken.putBack(delivery);
        } else {
            mailbox.tally().failed(stillOurs ? 1 : 0);
            delivery.failed(String.valueOf(thrown));
        }
    }

    private void stop(Run run, Stage stage) {
        boolean stopped = working.overran().isPresent() || condemned != null;
        if (!stopped) {
            working.begin();
        }
        try {
            run.stop();
        } catch (Throwable thrown) {
            if (!stopped && working.overran().isEmpty()) {
                stage.stopFailed(thrown);
            }
        } finally {
            working.end();
        }
    }

    /// What may have killed it is left for another version only.
    private void takeBack(Run run, @Nullable Throwable death) {
        var back = new ArrayList<Item>(run.unfinished());
        if (isEnding() || world.watcher().deathGoesBack()) {
            back.addAll(0, run.suspects());
        } else {
            run.suspects().forEach(delivery -> {
                mailbox.tally().failed(1);
                delivery.failed(String.valueOf(death));
            });
        }
        mailbox.tally().gaveBack(back.size());
        back.reversed().forEach(taken::putBack);
    }

    private void leave() {
        mailbox.putBack(taken.all());
    }
}
