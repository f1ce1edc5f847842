// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.StepReport;
import dev.signalbox.protocol.report.StepState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How a step stands: its state, and what keeps it from running. Every change goes through here to the
/// step's watcher and its log. From any thread.
final class StepStatus {
    private final StepHost step;
    private final StepPlan plan;
    private final StepWorld world;
    private final DroppedMessages dropped;
    private boolean handedOver;
    private boolean isQuarantined;
    private volatile boolean givenUp;
    private volatile @Nullable Problem off;
    private volatile @Nullable Problem halted;
    private volatile StepReport report;

    /// @param step whom the watcher is told of; not used otherwise
    StepStatus(StepHost step, StepPlan plan, StepWorld world, DroppedMessages dropped) {
        this.step = step;
        this.plan = plan;
        this.world = world;
        this.dropped = dropped;
        this.report = reportOf(StepState.STARTING, null);
    }

    StepPlan plan() {
        return plan;
    }

    StepWatcher watcher() {
        return world.watcher();
    }

    StepReport report() {
        return report;
    }

    void become(StepState state) {
        become(state, null);
    }

    void become(StepState state, @Nullable Problem problem) {
        report = reportOf(state, problem);
        watcher().changed(step);
    }

    private StepReport reportOf(StepState state, @Nullable Problem problem) {
        return new StepReport(
                plan.address(), plan.service(), plan.version(), state, Instant.now(), Optional.ofNullable(problem));
    }

    /// A run of it has started. Comes after the state that it has therefore.
    void begun() {
        watcher().begun(step);
    }

    /// It never runs.
    void switchedOff(Problem why) {
        off = why;
        become(StepState.STOPPED, why);
    }

    Optional<Problem> whyOff() {
        return Optional.ofNullable(off);
    }

    /// An operator has it stand still; its thread ends next.
    void halted(Problem why) {
        halted = why;
    }

    /// Whether it was halted and nobody has taken over what waits for it.
    synchronized boolean isHalted() {
        return halted != null && !handedOver;
    }

    /// Its thread has come to its end.
    void stopped() {
        become(StepState.STOPPED, halted);
    }

    /// Another host of the same step takes over; this one is not quarantined any more.
    ///
    /// @return whether what waits here may be left to it
    synchronized boolean handOver() {
        handedOver = true;
        return !isQuarantined && off == null;
    }

    /// Nothing more is tried to end what its thread is at.
    void giveUp() {
        givenUp = true;
    }

    boolean isGivenUp() {
        return givenUp;
    }

    /// Bars it after a death, if it was given up or died too often, and nobody has taken over yet.
    synchronized boolean barAfterDeath(boolean diedTooOften) {
        isQuarantined = !handedOver && (givenUp || diedTooOften);
        return isQuarantined;
    }

    /// Bars it whatever it did, unless somebody has taken over.
    synchronized boolean bar() {
        isQuarantined = !handedOver;
        return isQuarantined;
    }

    /// It was barred, and has let go of what it was at. What waits for it is dropped.
    void quarantined(Problem why) {
        dropped.addWaiting();
        become(StepState.QUARANTINED, why);
    }

    /// It died, and that was said to its log. Comes after the state that it has therefore.
    void died(Problem why) {
        watcher().died(step, why);
    }

    /// Whether its own memory is what there was too little of.
    boolean isToBlame() {
        return watcher().isToBlame(step);
    }

    /// Its code runs on 2 s after it was stopped.
    void unstoppable(Problem why) {
        say(LogLevel.ERROR, why);
        watcher().unstoppable(step, why);
    }

    /// The node had to close this for its service.
    ///
    /// @param left what it is and where it was made; nothing is said when empty
    void leftOpen(List<String> left) {
        if (!left.isEmpty()) {
            say(LogLevel.WARNING, StepProblems.leftOpen(plan.service(), left));
        }
    }

    void say(LogLevel level, Problem problem) {
        say(level, problem, "");
    }

    /// @param more such as a stack trace, or empty
    void say(LogLevel level, Problem problem, String more) {
        world.log().write(plan.address().toString(), plan.service(), level, problem.what(), problem.code(), more);
    }
}
