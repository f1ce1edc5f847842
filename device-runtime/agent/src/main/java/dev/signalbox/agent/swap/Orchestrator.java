// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.agent.isolated.Isolated;
import dev.signalbox.agent.python.Python;
import dev.signalbox.agent.release.CheckedRelease;
import dev.signalbox.agent.release.Order;
import dev.signalbox.agent.release.ReleaseProblems;
import dev.signalbox.agent.release.Releases;
import dev.signalbox.agent.step.Program;
import dev.signalbox.agent.step.StepHost;
import dev.signalbox.agent.storage.Folder;
import dev.signalbox.protocol.action.StepWish;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.release.Switches;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.ReleaseState;
import dev.signalbox.protocol.report.StepReport;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/// Brings the node from one release to the next, whole or not at all. One order at a time, on a thread of its own; the
/// newest order wins. States and moves are those of `SwapState`.
public final class Orchestrator implements AutoCloseable {
    private final Releases releases;
    private final Memory memory;
    private final Builder builder;
    private final Steps steps;
    private final Duration trial;
    private final SwitchMemory switches;
    private final StepDeeds deeds;
    private final SwapThread thread;
    private final Retry retry;
    private Future<?> trialEnd = CompletableFuture.completedFuture(null);

    /// @param trial how long any death takes the node back; 60 s but in tests
    public Orchestrator(Folder folder, Releases releases, Steps steps, Duration trial) {
        this.releases = releases;
        this.memory = new Memory(folder);
        this.builder = new Builder(
                new Python(folder.in("python"), this::deathGoesBack),
                new Isolated(folder.in("java"), this::deathGoesBack));
        this.steps = steps;
        this.switches = new SwitchMemory(folder);
        this.deeds = new StepDeeds(switches, releases, builder, steps);
        steps.use(switches::whyOff);
        this.trial = trial;
        this.thread = new SwapThread(problem -> steps.say(LogLevel.ERROR, problem));
        this.retry = new Retry(thread);
    }

    /// Runs what was running when the node last ended, from disk, without the hub.
    public void start() {
        thread.run(() -> memory.state().running().ifPresent(this::resume));
    }

    /// The hub asks for this. Returns at once.
    public void order(Order order) {
        thread.run(() -> {
            retry.reset();
            take(order);
        });
    }

    /// The hub says what is switched off. Returns at once.
    public void switches(Switches now) {
        thread.run(() -> deeds.use(memory.state().running(), now));
    }

    /// Has a step stopped, started or restarted. Fails with a ProblemException when that cannot be;
    /// waits for a release that is on its way.
    public CompletableFuture<StepReport> act(StepWish wish) {
        return thread.ask(() -> deeds.act(memory.state().running(), wish));
    }

    /// A step died of its own code. Returns at once.
    public void died(StepHost step, Problem why) {
        thread.run(() -> {
            if (memory.state().onTrial() && steps.has(step)) {
                goBack(step.plan().address() + ": " + why.what());
            }
        });
    }

    /// Whether a step that dies takes the node back to the release before. From any thread.
    public boolean deathGoesBack() {
        SwapState state = memory.state();
        return state.onTrial() && state.predecessor().isPresent();
    }

    /// In a trial the node counts how often it began: a release that ends the node itself must not do
    /// so for ever. What cannot be begun at all goes back, too.
    private void resume(Order order) {
        SwapState state = memory.state();
        if (state.isBegunTooOften()) {
            if (!goBack(SwapProblems.endedTheNode())) {
                giveUp(order);
            }
            return;
        }
        try {
            begin(order, state.onTrial());
        } catch (RuntimeException | LinkageError | VirtualMachineError broken) {
            Problem why = SwapProblems.of(broken);
            steps.say(LogLevel.ERROR, why);
            if (!state.onTrial() || !goBack(why.what())) {
                steps.stands(0, Standing.refused(order.release(), why));
            }
        }
    }

    /// There is nothing to go back to: the node runs nothing, and can be told what to run.
    private void giveUp(Order order) {
        Problem why = SwapProblems.givenUp(order.release());
        memory.keep(memory.state().fellBack(why));
        steps.say(LogLevel.ERROR, why);
        steps.stands(0, Standing.fellBack(order.release(), why));
    }

    private void begin(Order order, boolean onTrial) {
        CheckedRelease kept = releases.kept(order);
        Map<StepAddress, Program> programs = builder.build(kept, steps.changed(kept));
        if (onTrial) {
            memory.keep(memory.state().beginningAgain());
            startTrial();
        }
        steps.change(kept, programs);
        steps.stands(order.release(), standing(order));
    }

    private Standing standing(Order running) {
        return Standing.at(running.release(), memory.state().onTrial() ? ReleaseState.TRIAL : ReleaseState.SETTLED);
    }

    private void take(Order order) {
        SwapState state = memory.state();
        Optional<Problem> failure = state.failure(order);
        if (runs(order)) {
            steps.stands(order.release(), standing(order));
        } else if (switches.switches().maintenance()) {
            steps.stands(steps.running(), Standing.waits(order.release(), OffProblems.releaseWaits(order.release())));
        } else if (order.release() < state.accepted()) {
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
            steps.say("release " + order.release() + " cannot be fetched yet (" + outOfReach.getMessage()
                    + "); trying again");
            retry.later(() -> take(order));
        } catch (RuntimeException | LinkageError | VirtualMachineError broken) {
            fail(order, SwapProblems.of(broken));
        }
    }

    private void prepareAndSwap(Order order) throws IOException {
        long begin = System.nanoTime();
        CheckedRelease release = releases.fetch(order);
        Map<StepAddress, Program> programs = builder.build(release, steps.changed(release));
        memory.keep(memory.state().trying(order, release.manifest().predecessor()));
        startTrial();
        steps.change(release, programs);
        steps.stands(order.release(), standing(order));
        steps.say("release " + order.release() + " runs, " + release.steps().size() + " steps, " + programs.size()
                + " of them new, after " + (System.nanoTime() - begin) / 1_000_000 + " ms");
    }

    /// Before the swap nothing has changed; in the midst of it the node must go back.
    private void fail(Order order, Problem why) {
        SwapState state = memory.state();
        boolean swapping = state.onTrial() && state.running().equals(Optional.of(order));
        if (!swapping || !goBack(why.what())) {
            refuse(order, why);
        }
    }

    private void refuse(Order order, Problem why) {
        steps.say(LogLevel.ERROR, why);
        steps.stands(steps.running(), Standing.refused(order.release(), why));
    }

    private void startTrial() {
        trialEnd.cancel(false);
        trialEnd = thread.after(trial.toMillis(), this::settle);
    }

    /// An order that was refused meanwhile is still what the hub wants to know of.
    private void settle() {
        memory.keep(memory.state().settled());
        releases.tidy(memory.state().running().stream().toList());
        builder.keepOnly(steps.all().stream().map(StepHost::plan).toList());
        memory.state()
                .running()
                .filter(this::isWhatWasAsked)
                .ifPresent(order -> steps.stands(order.release(), standing(order)));
    }

    private boolean isWhatWasAsked(Order order) {
        return steps.standing().equals(Standing.at(order.release(), ReleaseState.TRIAL));
    }

    /// To the predecessor, from disk; false when there is none, or it is not whole.
    private boolean goBack(String why) {
        SwapState state = memory.state();
        if (state.running().isEmpty() || state.predecessor().isEmpty()) {
            return false;
        }
        Order failed = state.running().get();
        Order back = state.predecessor().get();
        try {
            CheckedRelease predecessor = releases.kept(back);
            Map<StepAddress, Program> programs = builder.build(predecessor, steps.changed(predecessor));
            Problem problem = SwapProblems.fellBack(failed.release(), back.release(), why);
            trialEnd.cancel(false);
            memory.keep(state.fellBack(problem));
            steps.change(predecessor, programs);
            steps.say(LogLevel.ERROR, problem);
            steps.stands(back.release(), Standing.fellBack(failed.release(), problem));
            return true;
        } catch (ProblemException nowhereToGo) {
            steps.say(LogLevel.ERROR, nowhereToGo.problem());
            return false;
        }
    }

    /// Stops all steps.
    @Override
    public void close() {
        thread.close();
        steps.stopAll();
    }
}
