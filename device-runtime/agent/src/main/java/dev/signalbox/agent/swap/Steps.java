// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.swap;

import dev.signalbox.agent.log.NodeLog;
import dev.signalbox.agent.release.CheckedRelease;
import dev.signalbox.agent.routing.Switchboard;
import dev.signalbox.agent.step.Mailbox;
import dev.signalbox.agent.step.Program;
import dev.signalbox.agent.step.StepHost;
import dev.signalbox.agent.step.StepPlan;
import dev.signalbox.agent.step.StepTask;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.ReleaseState;
import dev.signalbox.protocol.report.StepReport;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What the orchestrator works on, and where it says what it does.
public final class Steps {
    private final StepSet set;
    private final StepMaker maker;
    private final NodeLog log;
    private final Stand stand;
    private volatile long running;
    private Standing standing = Standing.NOTHING_ORDERED;

    /// Makes a host for a plan; the release tells secrets.
    @FunctionalInterface
    public interface StepMaker {
        StepHost make(StepPlan plan, Program program, Mailbox mailbox, CheckedRelease release);
    }

    /// Hears where the node stands.
    @FunctionalInterface
    public interface Stand {
        void now(long running, long ordered, ReleaseState state, Optional<Problem> problem);
    }

    public Steps(Switchboard switchboard, StepMaker maker, NodeLog log, Stand stand) {
        this.set = new StepSet(switchboard);
        this.maker = maker;
        this.log = log;
        this.stand = stand;
    }

    /// Number of the release that runs; 0 for none.
    public long running() {
        return running;
    }

    public List<StepReport> reports() {
        return set.reports();
    }

    /// Those that run now.
    public Collection<StepHost> all() {
        return set.all();
    }

    /// Has every step do this on its own thread.
    public void tellAll(StepTask task) {
        set.tellAll(task);
    }

    boolean has(StepHost host) {
        return set.has(host);
    }

    List<StepPlan> changed(CheckedRelease release) {
        return set.changed(release);
    }

    void change(Prepared next) {
        CheckedRelease release = next.release();
        running = release.order().release();
        set.change(release, next.programs(), (plan, program, mailbox) -> maker.make(plan, program, mailbox, release));
    }

    /// Says from now on which steps are switched off, and why.
    void use(Function<StepAddress, Optional<Problem>> off) {
        set.use(off);
    }

    Optional<StepHost> at(StepAddress address) {
        return set.at(address);
    }

    void stands(long nowRunning, Standing now) {
        running = nowRunning;
        standing = now;
        stand.now(nowRunning, now.ordered(), now.state(), now.problem());
    }

    /// What was last said by `stands`.
    Standing standing() {
        return standing;
    }

    void say(String text) {
        log.runtime(LogLevel.RUNTIME, text);
    }

    void say(LogLevel level, Problem problem) {
        log.runtime(level, problem.toString());
    }

    void stopAll() {
        set.stopAll();
    }
}
