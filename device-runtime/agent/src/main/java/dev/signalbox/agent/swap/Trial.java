// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.agent.release.Order;
import dev.signalbox.agent.storage.DiskRefused;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.ReleaseState;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/// The release that runs here: its beginning, its trial and the way back. Used on the swap thread. A disk that refuses
/// changes nothing of what runs: what is decided holds, and is written down when that can be.
final class Trial {
    private final Memory memory;
    private final Workshop workshop;
    private final Steps steps;
    private final Clockwork clockwork;
    private Future<?> end = CompletableFuture.completedFuture(null);

    /// When things are done.
    ///
    /// @param length how long any death takes the node back
    /// @param retry for what the disk does not let us read now
    record Clockwork(SwapThread thread, Duration length, Retry retry) {}

    Trial(Memory memory, Workshop workshop, Steps steps, Clockwork clockwork) {
        this.memory = memory;
        this.workshop = workshop;
        this.steps = steps;
        this.clockwork = clockwork;
    }

    /// Runs what ran when the node last ended. In a trial the node counts how often it began: a release that ends the
    /// node itself must not do so for ever. What cannot be begun at all goes back, too.
    void resume(Order order) {
        SwapState state = memory.state();
        if (state.isBegunTooOften()) {
            if (!goBack(SwapProblems.endedTheNode())) {
                giveUp(order);
            }
            return;
        }
        try {
            begin(order, state.onTrial());
        } catch (DiskRefused notNow) {
            steps.say(LogLevel.ERROR, notNow.problem());
            steps.stands(0, Standing.waits(order.release(), notNow.problem()));
            clockwork.retry().later(() -> resumeLate(order));
        } catch (RuntimeException | LinkageError | VirtualMachineError broken) {
            Problem why = SwapProblems.of(broken);
            steps.say(LogLevel.ERROR, why);
            if (!state.onTrial() || !goBack(why.what())) {
                steps.stands(0, Standing.refused(order.release(), why));
            }
        }
    }

    /// Unless the hub has had it run something meanwhile.
    private void resumeLate(Order order) {
        if (steps.running() == 0 && memory.state().running().equals(Optional.of(order))) {
            resume(order);
        }
    }

    /// There is nothing to go back to: the node runs nothing, and can be told what to run.
    private void giveUp(Order order) {
        Problem why = SwapProblems.givenUp(order.release());
        memory.keepSoon(memory.state().fellBack(why));
        steps.say(LogLevel.ERROR, why);
        steps.stands(0, Standing.fellBack(order.release(), why));
    }

    private void begin(Order order, boolean onTrial) {
        Prepared kept = workshop.kept(order);
        if (onTrial) {
            memory.keepSoon(memory.state().beginningAgain());
        }
        swap(kept, onTrial);
    }

    /// Goes over to a release that is new here. Throws DiskRefused when that cannot be written down before, and then
    /// nothing has changed.
    void begin(Prepared next) {
        SwapState trying =
                memory.state().trying(next.release().order(), next.release().manifest());
        try {
            memory.keep(trying);
        } catch (DiskRefused refused) {
            next.close();
            throw refused;
        }
        swap(next, true);
    }

    private void swap(Prepared next, boolean onTrial) {
        if (onTrial) {
            awaitEnd();
        }
        Order order = next.release().order();
        steps.change(next);
        steps.stands(order.release(), standing(order));
    }

    private void awaitEnd() {
        end.cancel(false);
        end = clockwork.thread().after(clockwork.length().toMillis(), this::settle);
    }

    /// Where it stands with the order that runs.
    Standing standing(Order running) {
        return Standing.at(running.release(), memory.state().onTrial() ? ReleaseState.TRIAL : ReleaseState.SETTLED);
    }

    /// An order that was refused meanwhile is still what the hub wants to know of. What the next start may need is
    /// deleted only when that start would know of the end of the trial.
    private void settle() {
        memory.keepSoon(
                memory.state().settled(), () -> workshop.tidy(memory.state().needed()));
        memory.state()
                .running()
                .filter(this::isWhatWasAsked)
                .ifPresent(order -> steps.stands(order.release(), standing(order)));
    }

    private boolean isWhatWasAsked(Order order) {
        return steps.standing().equals(Standing.at(order.release(), ReleaseState.TRIAL));
    }

    /// To the predecessor, from disk, now or as soon as the disk can be read; false when there is none, or it is not
    /// whole.
    boolean goBack(String why) {
        SwapState state = memory.state();
        if (!state.onTrial() || state.running().isEmpty() || state.predecessor().isEmpty()) {
            return false;
        }
        Order failed = state.running().get();
        try {
            goBack(state, failed, state.predecessor().get(), why);
            return true;
        } catch (DiskRefused notNow) {
            end.cancel(false);
            waitForTheWayBack(failed, why, notNow.problem());
            return true;
        } catch (ProblemException nowhereToGo) {
            steps.say(LogLevel.ERROR, nowhereToGo.problem());
            memory.keepSoon(state.withoutWayBack());
            return false;
        }
    }

    private void goBack(SwapState state, Order failed, Order back, String why) {
        Prepared predecessor = workshop.kept(back);
        Problem problem = SwapProblems.fellBack(failed.release(), back.release(), why);
        end.cancel(false);
        memory.keepSoon(state.fellBack(problem));
        steps.change(predecessor);
        steps.say(LogLevel.ERROR, problem);
        steps.stands(back.release(), Standing.fellBack(failed.release(), problem));
    }

    private void waitForTheWayBack(Order failed, String why, Problem notNow) {
        steps.say(LogLevel.ERROR, notNow);
        if (steps.running() == failed.release()) {
            steps.stands(failed.release(), Standing.failing(failed.release(), notNow));
            clockwork.retry().later(() -> goBackLate(failed, why));
        } else {
            steps.stands(steps.running(), Standing.waits(failed.release(), notNow));
            clockwork.retry().later(() -> resumeLate(failed));
        }
    }

    /// Unless the hub has had it run something else meanwhile.
    private void goBackLate(Order failed, String why) {
        if (memory.state().running().equals(Optional.of(failed)) && !goBack(why)) {
            awaitEnd();
            steps.stands(failed.release(), standing(failed));
        }
    }
}
