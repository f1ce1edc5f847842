// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import dev.signalbox.protocol.report.Problem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One run after the other of a step's program, on the step's thread. What a run has not done when it is told to end is
/// left for the next one; what it failed with is not tried again.
final class StepLife {
    private final StepHost host;
    private final Program program;
    private final StepWorld world;
    private final Mailbox mailbox;
    private final InHand inHand;
    private final Working working = new Working();
    private final Pausing pausing = new Pausing();
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
        this.inHand = new InHand(mailbox);
    }

    /// Hears how a run goes. On the step's thread.
    interface Stage {
        void begun();

        /// An operator paused it, and it stands still.
        void paused();

        void resumed();

        void stopFailed(Throwable thrown);
    }

    /// What its thread is at.
    Working working() {
        return working;
    }

    /// What it has taken from its mailbox and not done.
    InHand inHand() {
        return inHand;
    }

    /// Keeps its thread from going on; whoever changes it says `wake` then.
    Pausing pausing() {
        return pausing;
    }

    /// How many messages were taken from the mailbox and not begun.
    int waiting() {
        return inHand.waiting();
    }

    boolean isEnding() {
        return ending != Ending.NOT_YET;
    }

    /// From any thread: it ends after what it is doing, or after all that waits.
    void end(Ending when) {
        ending = when;
        wake();
    }

    /// Ends its waiting for messages.
    void wake() {
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
        inHand.abandon();
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
        var timers = new Timers(this::wake);
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
            stage.begun();
            new Work(this, run, runtime, timers).untilOver(stage);
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
        inHand.leave();
        return death;
    }

    /// Throws when the run was told to die.
    void dieIfCondemned() {
        Problem why = condemned;
        if (why != null) {
            throw new IllegalStateException(why.what());
        }
    }

    /// Whether nothing more is to be done.
    boolean isOver() {
        return switch (ending) {
            case NOT_YET -> false;
            case AFTER_THIS -> true;
            case AFTER_ALL -> inHand.isEmpty();
        };
    }

    /// What failed is done again by who takes over, if that cannot send anything twice.
    boolean mayBeDoneAgain() {
        return cutOff || world.watcher().deathGoesBack();
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
        List<Item.Delivery> unfinished = run.unfinished();
        if (isEnding() || world.watcher().deathGoesBack()) {
            inHand.takeBack(run.suspects(), unfinished);
        } else {
            inHand.giveUp(run.suspects(), death);
            inHand.takeBack(List.of(), unfinished);
        }
    }
}
