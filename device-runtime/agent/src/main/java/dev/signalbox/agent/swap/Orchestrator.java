// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.agent.isolated.Isolated;
import dev.signalbox.agent.python.Python;
import dev.signalbox.agent.release.Order;
import dev.signalbox.agent.release.ReleaseProblems;
import dev.signalbox.agent.release.Releases;
import dev.signalbox.agent.step.StepHost;
import dev.signalbox.agent.storage.DiskRefused;
import dev.signalbox.agent.storage.Folder;
import dev.signalbox.protocol.action.StepWish;
import dev.signalbox.protocol.release.Switches;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.ReleaseState;
import dev.signalbox.protocol.report.StepReport;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Brings the node from one release to the next, whole or not at all. One order at a time, on a thread of its own; the
/// newest order wins. States and moves are those of `SwapState`.
public final class Orchestrator implements AutoCloseable {
    private final Releases releases;
    private final Memory memory;
    private final Workshop workshop;
    private final Steps steps;
    private final Trial trial;
    private final SwitchMemory switches;
    private final StepDeeds deeds;
    private final SwapThread thread;
    private final Retry retry;
    /// What the hub last asked for.
    private volatile Optional<Order> wanted = Optional.empty();

    /// @param trial how long any death takes the node back; 60 s but in tests
    public Orchestrator(Folder folder, Releases releases, Steps steps, Duration trial) {
        this.releases = releases;
        this.steps = steps;
        this.thread = new SwapThread(problem -> steps.say(LogLevel.ERROR, problem));
        this.memory = new Memory(folder, thread, releases::newestKept);
        this.switches = new SwitchMemory(folder, thread);
        var builder = new Builder(
                new Python(folder.in("python"), this::deathGoesBack),
                new Isolated(folder.in("java"), this::deathGoesBack));
        this.workshop = new Workshop(releases, builder, steps);
        this.trial = new Trial(memory, workshop, steps, new Trial.Clockwork(thread, trial, new Retry(thread)));
        this.deeds = new StepDeeds(switches, workshop, steps, new Retry(thread));
        this.retry = new Retry(thread);
        steps.use(switches::whyOff);
    }

    /// Runs what was running when the node last ended, from disk, without the hub.
    public void start() {
        thread.run(() -> {
            memory.damage().ifPresent(why -> steps.stands(0, Standing.refused(0, why)));
            memory.state().running().ifPresent(trial::resume);
        });
    }

    /// The hub asks for this. Returns at once. What was asked before and is not swapped in yet will not be.
    public void order(Order order) {
        if (!isWanted(order)) {
            wanted = Optional.of(order);
            releases.breakOff();
        }
        thread.run(() -> {
            retry.reset();
            take(order);
        });
    }

    private boolean isWanted(Order order) {
        return wanted.equals(Optional.of(order));
    }

    /// The hub says what is switched off. Returns at once.
    public void switches(Switches now) {
        thread.run(() -> deeds.use(() -> memory.state().running(), now));
    }

    /// Has a step stopped, started or restarted. Fails with a ProblemException when that cannot be;
    /// waits for a release that is on its way.
    public CompletableFuture<StepReport> act(StepWish wish) {
        return thread.ask(() -> deeds.act(memory.state().running(), wish));
    }

    /// Tries again what keeps the node from running what the hub asked for: a release that failed its trial here is
    /// begun
    /// once more, and steps that are stopped or in quarantine are started. Returns at once.
    public void converge() {
        thread.run(() -> {
            steps.say("an operator asks: run what is assigned");
            memory.keepSoon(memory.state().forgiving());
            retry.reset();
            wanted.ifPresent(this::take);
            deeds.startAll(memory.state().running());
        });
    }

    /// A step died of its own code. Returns at once.
    public void died(StepHost step, Problem why) {
        thread.run(() -> {
            if (steps.has(step)) {
                trial.goBack(step.plan().address() + ": " + why.what());
            }
        });
    }

    /// Whether a step that dies takes the node back to the release before. From any thread.
    public boolean deathGoesBack() {
        SwapState state = memory.state();
        return state.onTrial() && state.predecessor().isPresent();
    }

    private void take(Order order) {
        SwapState state = memory.state();
        Optional<Problem> failure = state.failure(order);
        if (runs(order)) {
            steps.stands(order.release(), trial.standing(order));
        } else if (switches.switches().maintenance()) {
            steps.stands(steps.running(), Standing.waits(order.release(), OffProblems.releaseWaits(order.release())));
        } else if (!state.mayRun(order)) {
            refuse(order, ReleaseProblems.older(order.release(), state.accepted()));
        } else if (failure.isPresent()) {
            steps.stands(steps.running(), Standing.fellBack(order.release(), failure.get()));
        } else {
            change(order);
        }
    }

    private boolean runs(Order order) {
        return memory.state().running().equals(Optional.of(order)) && steps.running() == order.release();
    }

    private void change(Order order) {
        steps.stands(steps.running(), Standing.at(order.release(), ReleaseState.PREPARING));
        try {
            prepareAndSwap(order);
        } catch (IOException outOfReach) {
            tryAgain(order, outOfReach);
        } catch (DiskRefused notNow) {
            steps.say(LogLevel.ERROR, notNow.problem());
            steps.stands(steps.running(), Standing.waits(order.release(), notNow.problem()));
            retry.later(() -> take(order));
        } catch (RuntimeException | LinkageError | VirtualMachineError broken) {
            fail(order, SwapProblems.of(broken));
        }
    }

    private void tryAgain(Order order, IOException why) {
        if (isWanted(order)) {
            steps.say("release " + order.release() + " cannot be fetched yet (" + why.getMessage() + "); trying again");
            retry.later(() -> take(order));
        } else {
            sayNotWanted(order);
        }
    }

    private void sayNotWanted(Order order) {
        steps.say("release " + order.release() + " is not wanted any more");
    }

    private void prepareAndSwap(Order order) throws IOException {
        long begin = System.nanoTime();
        Prepared next = workshop.fetched(order, () -> isWanted(order));
        if (!isWanted(order)) {
            next.close();
            sayNotWanted(order);
            return;
        }
        trial.begin(next);
        steps.say("release " + order.release() + " runs, "
                + next.release().steps().size() + " steps, " + next.programs().size()
                + " of them new, after " + (System.nanoTime() - begin) / 1_000_000 + " ms");
    }

    /// Before the swap nothing has changed; in the midst of it the node must go back.
    private void fail(Order order, Problem why) {
        SwapState state = memory.state();
        boolean swapping = state.onTrial() && state.running().equals(Optional.of(order));
        if (!swapping || !trial.goBack(why.what())) {
            refuse(order, why);
        }
    }

    private void refuse(Order order, Problem why) {
        steps.say(LogLevel.ERROR, why);
        steps.stands(steps.running(), Standing.refused(order.release(), why));
    }

    /// Stops all steps.
    @Override
    public void close() {
        thread.close();
        steps.stopAll();
    }
}
