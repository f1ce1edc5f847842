// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.agent.release.CheckedRelease;
import dev.signalbox.agent.release.Order;
import dev.signalbox.agent.release.ReleaseProblems;
import dev.signalbox.agent.release.Releases;
import dev.signalbox.agent.step.StepHost;
import dev.signalbox.agent.storage.Folder;
import dev.signalbox.engine.load.LoadedService;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.ReleaseState;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Brings the node from one release to the next, whole or not at all. One order at a time, on a thread of its own; the
/// newest order wins. States and moves are those of `SwapState`.
public final class Orchestrator implements AutoCloseable {
    private static final long FIRST_RETRY_MILLIS = 500;
    private static final long LONGEST_RETRY_MILLIS = 30_000;

    private final Releases releases;
    private final Memory memory;
    private final Builder builder = new Builder();
    private final Steps steps;
    private final long trialSeconds;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("swap").factory());
    private @Nullable ScheduledFuture<?> trialEnd;
    private @Nullable Order newest;
    private long retryMillis = FIRST_RETRY_MILLIS;

    /// @param trialSeconds how long any death takes the node back; 60 but in tests
    public Orchestrator(Folder folder, Releases releases, Steps steps, long trialSeconds) {
        this.releases = releases;
        this.memory = new Memory(folder);
        this.steps = steps;
        this.trialSeconds = trialSeconds;
    }

    /// Runs what was running when the node last ended, from disk, without the hub.
    public void start() {
        later(this::resume);
    }

    /// The hub asks for this. Returns at once.
    public void order(Order order) {
        later(() -> {
            newest = order;
            retryMillis = FIRST_RETRY_MILLIS;
            take(order);
        });
    }

    /// A step died of its own code. Returns at once.
    public void died(StepHost step, Problem why) {
        later(() -> fallBackIfOnTrial(step, why));
    }

    private void resume() {
        SwapState state = memory.state();
        if (state.running().isEmpty()) {
            return;
        }
        Order order = state.running().get();
        try {
            swap(releases.kept(order));
            ReleaseState now = ReleaseState.SETTLED;
            if (state.phase() == SwapState.Phase.TRIAL) {
                now = ReleaseState.TRIAL;
                startTrial();
            }
            steps.stands(order.release(), Standing.at(order.release(), now));
        } catch (ProblemException notWhole) {
            steps.say(LogLevel.ERROR, notWhole.problem());
            steps.stands(0, Standing.refused(order.release(), notWhole.problem()));
        }
    }

    private void take(Order order) {
        if (!order.equals(newest)) {
            return;
        }
        SwapState state = memory.state();
        if (state.running().equals(Optional.of(order)) && steps.running() == order.release()) {
            return;
        }
        if (order.release() < state.accepted()) {
            refuse(order, ReleaseProblems.older(order.release(), state.accepted()));
        } else if (!state.failed().contains(order.release())) {
            prepareAndSwap(order);
        }
    }

    private void prepareAndSwap(Order order) {
        try {
            steps.stands(steps.running(), Standing.at(order.release(), ReleaseState.PREPARING));
            long begin = System.nanoTime();
            CheckedRelease release = releases.fetch(order);
            Map<StepAddress, LoadedService> loaded = builder.build(release, steps.changed(release));
            memory.keep(memory.state().trying(order, wayBack(release)));
            steps.change(release, loaded);
            steps.stands(order.release(), Standing.at(order.release(), ReleaseState.TRIAL));
            startTrial();
            steps.say("release " + order.release() + " runs, " + release.steps().size() + " steps, " + loaded.size()
                    + " of them new, after " + (System.nanoTime() - begin) / 1_000_000 + " ms");
        } catch (ProblemException refused) {
            refuse(order, refused.problem());
        } catch (IOException outOfReach) {
            tryAgainLater(order, outOfReach);
        }
    }

    /// Only to the predecessor the release names, or to other steps of the same release.
    private Optional<Order> wayBack(CheckedRelease release) {
        return memory.state()
                .running()
                .filter(running -> running.release() == release.manifest().predecessor()
                        || running.release() == release.order().release());
    }

    private void swap(CheckedRelease release) {
        steps.change(release, builder.build(release, steps.changed(release)));
    }

    private void refuse(Order order, Problem why) {
        steps.say(LogLevel.ERROR, why);
        steps.stands(steps.running(), Standing.refused(order.release(), why));
    }

    private void tryAgainLater(Order order, IOException why) {
        steps.say("release " + order.release() + " cannot be fetched yet (" + why.getMessage() + "); trying again");
        var _ = thread.schedule(() -> guarded(() -> take(order)), retryMillis, TimeUnit.MILLISECONDS);
        retryMillis = Math.min(LONGEST_RETRY_MILLIS, retryMillis * 2);
    }

    private void startTrial() {
        endTrial();
        trialEnd = thread.schedule(() -> guarded(this::settle), trialSeconds, TimeUnit.SECONDS);
    }

    private void endTrial() {
        if (trialEnd != null) {
            trialEnd.cancel(false);
            trialEnd = null;
        }
    }

    private void settle() {
        trialEnd = null;
        memory.keep(memory.state().settled());
        memory.state()
                .running()
                .ifPresent(order -> steps.stands(order.release(), Standing.at(order.release(), ReleaseState.SETTLED)));
    }

    private void fallBackIfOnTrial(StepHost step, Problem why) {
        SwapState state = memory.state();
        if (state.phase() != SwapState.Phase.TRIAL || state.predecessor().isEmpty() || !steps.has(step)) {
            return;
        }
        long failed = state.running().map(Order::release).orElse(0L);
        long back = state.predecessor().get().release();
        try {
            CheckedRelease predecessor = releases.kept(state.predecessor().get());
            endTrial();
            memory.keep(state.fellBack());
            swap(predecessor);
            var problem = new Problem(
                    "release.fell-back",
                    "Release " + failed + " failed in its first minute ("
                            + step.plan().address() + ": " + why.what() + "), so release " + back + " runs again.",
                    "Mend the service and release it under a new number.");
            steps.say(LogLevel.ERROR, problem);
            steps.stands(back, Standing.fellBack(failed, problem));
        } catch (ProblemException nowhereToGo) {
            steps.say(LogLevel.ERROR, nowhereToGo.problem());
        }
    }

    private void later(Runnable task) {
        try {
            thread.execute(() -> guarded(task));
        } catch (RejectedExecutionException closing) {
            steps.say("the node is ending");
        }
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | LinkageError broken) {
            Problem problem = broken instanceof ProblemException told
                    ? told.problem()
                    : new Problem("90001", "The runtime stumbled: " + broken + ".", "The release that ran runs on.");
            steps.say(LogLevel.ERROR, problem);
        }
    }

    /// Stops all steps.
    @Override
    public void close() {
        thread.shutdownNow();
        steps.stopAll();
    }
}
