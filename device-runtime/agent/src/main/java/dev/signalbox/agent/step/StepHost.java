// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.StepReport;
import java.util.Optional;

/// One step as the rest of the node sees it: who it is, what is handed to it, how it is ended. It runs one
/// service on a platform thread of its own. Everything the service is asked happens there, one after the
/// other. When its code throws it is ended and started again, later each time; after three deaths in 60 s
/// it is quarantined.
public final class StepHost implements Sender {
    private final StepPlan plan;
    private final Program program;
    private final Mailbox mailbox;
    private final DroppedMessages dropped;
    private final StepStatus status;
    private final StepLife life;
    private final StepThread thread;
    private final Halt halt;

    /// @param mailbox with what already waits for the step
    public StepHost(StepPlan plan, Program program, StepWorld world, Mailbox mailbox) {
        this.plan = plan;
        this.program = program;
        this.mailbox = mailbox;
        this.dropped = new DroppedMessages(plan.address(), mailbox);
        this.status = new StepStatus(this, plan, world, dropped);
        this.life = new StepLife(this, program, world, mailbox);
        this.thread = new StepThread(new StepGroup(this), program, life, status);
        this.halt = new Halt(thread, program, life, status);
    }

    /// Before it was ever started: it never runs, and no message for it is taken.
    public void switchOff(Problem why) {
        mailbox.shut();
        status.switchedOff(why);
    }

    /// Why it is switched off, if it is.
    public Optional<Problem> whyOff() {
        return status.whyOff();
    }

    /// Whether it was halted and nobody has taken over what waits for it, or is paused: what waits may wait for long.
    public boolean standsStill() {
        return status.isHalted() || isPaused();
    }

    public StepPlan plan() {
        return plan;
    }

    public StepReport report() {
        return status.report();
    }

    public void start() {
        thread.start();
    }

    /// Whether the caller is on this step's own thread.
    public boolean isOwnThread() {
        return thread.isCurrent();
    }

    /// Whose thread that is, if a step's: its own or one that its service made. From any thread.
    public static Optional<StepHost> owner(Thread thread) {
        return StepGroup.owner(thread);
    }

    /// The author's line at which a thread is, as far as that is known.
    public Optional<String> line(Thread at) {
        return program.line(at);
    }

    /// The line at which the step's own thread is.
    public Optional<String> line() {
        return thread.line();
    }

    /// The process its service has for itself, if any.
    public Optional<ProcessHandle> process() {
        return program.process();
    }

    /// How many things its service holds open.
    public int held() {
        return program.held();
    }

    @Override
    public StepAddress address() {
        return plan.address();
    }

    @Override
    public String service() {
        return plan.service();
    }

    @Override
    public void waited(long nanos) {
        if (isOwnThread()) {
            life.working().excuse(nanos);
        }
    }

    @Override
    public boolean isEnding() {
        return life.isEnding();
    }

    public boolean hasAction(String action) {
        return program.hasAction(action);
    }

    /// For another host of the same step, which takes over what waits here; a fresh one from a step in
    /// quarantine or switched off. From then on this one is not quarantined any more.
    public Mailbox mailbox() {
        return status.handOver() ? mailbox : mailbox.afresh();
    }

    /// Hands over a message, waiting for room at most so long.
    public Mailbox.Answer deliver(Item.Delivery delivery, long waitMillis) {
        return mailbox.offer(delivery, waitMillis);
    }

    /// Hands over a message though there is no room, from a step that ends.
    public Mailbox.Answer force(Item.Delivery delivery) {
        return mailbox.force(delivery);
    }

    /// Counts a message that was meant for this step and not taken; answers how many there were by now.
    public long drop(Item.Delivery delivery) {
        return dropped.add(delivery);
    }

    /// What the step has done since the node started, under whatever version.
    public Tally tally() {
        return mailbox.tally();
    }

    /// How many messages wait for the step.
    public int waiting() {
        return mailbox.waiting() + life.waiting();
    }

    /// How many messages this step never got: its mailbox was full, or it is in quarantine or switched
    /// off.
    public long dropped() {
        return dropped.count();
    }

    /// Hands over something for the step's thread that does not count as a message.
    public void tell(StepTask task) {
        mailbox.tell(task);
    }

    /// Ends the service after what it is doing: its `stop` runs, at most 2 s for both, then its thread is interrupted
    /// and left. What waits stays in the mailbox. Returns when it has ended.
    public void stop() {
        halt.end(StepLife.Ending.AFTER_THIS);
    }

    /// The same for as long as an operator likes. What comes is kept up to the mailbox's bound, and
    /// nobody waits for room in it.
    public void halt(Problem why) {
        status.halted(why);
        stop();
    }

    /// Has it stand still after what it is doing: no message, no timer. What comes waits, and nobody waits for room
    /// then. Ends by itself 30 min after the last word of an operator, and with the step. From any thread.
    public void pause() {
        life.pausing().pause();
        wake();
    }

    /// While it is paused: lets one message or due timer through, now or when it comes.
    public void allowOne() {
        life.pausing().allowOne();
        wake();
    }

    public void resume() {
        life.pausing().resume();
        wake();
    }

    private void wake() {
        life.wake();
        thread.wake();
    }

    public boolean isPaused() {
        return life.pausing().isOn();
    }

    /// Ends the service after all that waits for it, for which it has 2 s in all. What it did not come to is dropped
    /// and said.
    public void leave() {
        halt.end(StepLife.Ending.AFTER_ALL);
        int left = dropped.addWaiting();
        if (left > 0) {
            status.say(LogLevel.WARNING, StepProblems.leftWaiting(plan.address(), left));
        }
    }

    /// Ends what the service is at if it takes longer than it may, and gives up what was to end and does not. From any
    /// thread, again and again; does not wait.
    public void endOvertime() {
        halt.look();
    }

    /// Ends the run that is on, as a death of which that is the reason. From any thread; does not wait.
    ///
    /// @return false when none is on, or it is being ended already
    public boolean condemn(Problem why) {
        return halt.condemn(why);
    }

    /// Whether the run that is on was condemned, and still holds what it held.
    public boolean isBeingEnded() {
        return thread.runs() && life.condemned().isPresent();
    }

    /// An operator has the step run again, whatever it was in quarantine for.
    public void pardon() {
        status.watcher().pardoned(plan);
    }

    /// Puts it into quarantine as it is, its thread left behind. From any thread.
    public void leaveBehind(Problem why) {
        halt.leaveBehind(why);
    }

    /// A thread that its service made has died. That is a death of the step, because what the thread did is done by
    /// nobody now.
    void uncaught(Thread in, Throwable thrown) {
        if (life.isEnding() || program.isHalt(thrown)) {
            return;
        }
        Problem why = StepProblems.diedInThread(plan.service(), in, thrown);
        if (!condemn(why)) {
            status.say(LogLevel.ERROR, why);
        }
    }
}
