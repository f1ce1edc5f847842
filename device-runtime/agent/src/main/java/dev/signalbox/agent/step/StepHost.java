// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.step;

import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.LogLevel;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.protocol.report.StepReport;
import dev.signalbox.protocol.report.StepState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Runs one service on a platform thread of its own. Everything the service is asked happens there, one after the
/// other. When its code throws it is ended and started again, later each time; after three deaths in 60 s it is
/// quarantined.
public final class StepHost implements Sender {
    private static final long STACK_BYTES = 256 * 1024;
    private static final long STOP_MILLIS = 2_000;
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final StepPlan plan;
    private final Program program;
    private final StepWorld world;
    private final Mailbox mailbox;
    private final StepLife life;
    private final Deaths deaths = new Deaths();
    private final AtomicLong dropped = new AtomicLong();
    private final Thread thread;
    private final Halt halt;
    private volatile boolean runs;
    private boolean handedOver;
    private boolean isQuarantined;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable Problem off;
    private volatile @Nullable Problem halted;
    private volatile StepReport report;

    /// @param mailbox with what already waits for the step
    public StepHost(StepPlan plan, Program program, StepWorld world, Mailbox mailbox) {
        this.plan = plan;
        this.program = program;
        this.world = world;
        this.mailbox = mailbox;
        this.life = new StepLife(program, mailbox, world.watcher()::deathGoesBack);
        this.report = reportOf(StepState.STARTING, null);
        this.thread = Thread.ofPlatform()
                .group(new StepGroup(this))
                .daemon()
                .stackSize(STACK_BYTES)
                .name(plan.address().toString())
                .unstarted(this::live);
        this.halt = new Halt(this, program, life, thread);
    }

    /// Before it was ever started: it never runs, and no message for it is taken.
    public void switchOff(Problem why) {
        mailbox.shut();
        off = why;
        become(StepState.STOPPED, why);
    }

    /// Why it is switched off, if it is.
    public Optional<Problem> whyOff() {
        return Optional.ofNullable(off);
    }

    /// Whether it was halted and nobody has taken over what waits for it.
    public synchronized boolean isHalted() {
        return halted != null && !handedOver;
    }

    public StepPlan plan() {
        return plan;
    }

    public StepReport report() {
        return report;
    }

    public void start() {
        thread.start();
    }

    /// Whether the caller is on this step's own thread.
    public boolean isOwnThread() {
        return Thread.currentThread().equals(thread);
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
        return program.line(thread);
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
    public synchronized Mailbox mailbox() {
        handedOver = true;
        return isQuarantined || off != null ? mailbox.afresh() : mailbox;
    }

    private synchronized boolean quarantines() {
        isQuarantined = !handedOver && (halt.isGivenUp() || deaths.tooMany());
        return isQuarantined;
    }

    private synchronized boolean staysOut() {
        isQuarantined = !handedOver;
        return isQuarantined;
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
        delivery.failed(plan.address() + " did not take the message");
        return dropped.incrementAndGet();
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
        return dropped.get();
    }

    /// Hands over something for the step's thread that does not count as a message.
    public void tell(StepTask task) {
        mailbox.tell(task);
    }

    /// Ends the service after what it is doing: its `stop` runs, at most 2 s for both, then its thread is interrupted
    /// and left. What waits stays in the mailbox. Returns when it has ended.
    public void stop() {
        end(StepLife.Ending.AFTER_THIS);
    }

    /// The same for as long as an operator likes. What comes is kept up to the mailbox's bound, and
    /// nobody waits for room in it.
    public void halt(Problem why) {
        halted = why;
        stop();
    }

    /// Ends the service after all that waits for it, for which it has 2 s in all. What it did not come to is dropped
    /// and said.
    public void leave() {
        end(StepLife.Ending.AFTER_ALL);
        List<Item.Delivery> waiting = mailbox.shut();
        waiting.forEach(this::drop);
        if (!waiting.isEmpty()) {
            say(LogLevel.WARNING, StepProblems.leftWaiting(plan.address(), waiting.size()));
        }
    }

    private void end(StepLife.Ending when) {
        life.end(when);
        LockSupport.unpark(thread);
        try {
            if (thread.isAlive() && !thread.join(Duration.ofMillis(STOP_MILLIS))) {
                halt.cutOff();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (closed.compareAndSet(false, true)) {
            tellLeft(program.end());
            program.close();
        }
    }

    void tellLeft(List<String> left) {
        if (!left.isEmpty()) {
            say(LogLevel.WARNING, StepProblems.leftOpen(plan.service(), left));
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

    /// An operator has the step run again, whatever it was in quarantine for.
    public void pardon() {
        world.watcher().pardoned(plan);
    }

    /// Whether the run that is on was condemned, and still holds what it held.
    public boolean isBeingEnded() {
        return runs && life.condemned().isPresent();
    }

    void gaveUp(Problem why) {
        say(LogLevel.ERROR, why);
        world.watcher().unstoppable(this, why);
    }

    /// Puts it into quarantine as it is, its thread left behind. From any thread.
    public void leaveBehind(Problem why) {
        halt.leave();
        if (!life.isEnding() && quarantines()) {
            life.abandon();
            mailbox.shut().forEach(this::drop);
            become(StepState.QUARANTINED, why);
        }
    }

    /// A thread that its service made has died. That is a death of the step, because what the thread did is done by
    /// nobody now.
    void uncaught(Thread in, Throwable thrown) {
        if (life.isEnding() || program.isHalt(thrown)) {
            return;
        }
        Problem why = StepProblems.diedInThread(plan.service(), in, thrown);
        if (!condemn(why)) {
            say(LogLevel.ERROR, why);
        }
    }

    private void live() {
        world.watcher().barred(plan).ifPresent(this::stayOut);
        while (!life.isEnding()) {
            try {
                // what it died of is let go before the rest, for it holds the classes it came through
                Runnable rest = liveOnce();
                rest.run();
            } catch (Throwable unforeseen) {
                // no memory to mourn with; the next run finds some, or dies in its turn
                runs = false;
                deaths.add(System.nanoTime());
                rest(Duration.ofMillis(deaths.nextPauseMillis()));
            }
        }
        become(StepState.STOPPED, halted);
    }

    /// One run, and what is to be waited for after it.
    private Runnable liveOnce() {
        become(StepState.STARTING, null);
        runs = true;
        Throwable death = life.run(this, world, new Stages());
        if (death == null || life.isEnding()) {
            runs = false;
            return () -> {};
        }
        cleanUp(death);
        runs = false;
        return mourn(death);
    }

    /// Who was condemned, or died of an error of the JVM, is loaded anew: what its static fields hold is let go,
    /// and a class that failed to initialize is tried again.
    private void cleanUp(Throwable death) {
        if (death instanceof VirtualMachineError
                || death instanceof LinkageError
                || life.condemned().isPresent()) {
            program.halt("Its run has ended");
        }
        try {
            tellLeft(program.sweep());
        } finally {
            var _ = Thread.interrupted(); // it was meant for the run
            program.renew();
        }
    }

    private final class Stages implements StepLife.Stage {
        @Override
        public void running() {
            become(StepState.RUNNING, null);
        }

        @Override
        public void stopFailed(Throwable thrown) {
            say(LogLevel.ERROR, StepProblems.died(plan.service(), thrown));
        }
    }

    private Runnable mourn(Throwable death) {
        Problem why = reason(death);
        say(LogLevel.ERROR, why, ForeignException.traceOf(death));
        if (!(death instanceof OutOfMemoryError) || world.watcher().isToBlame(this)) {
            deaths.add(System.nanoTime());
        }
        if (world.watcher().deathGoesBack()) {
            return goBack(why);
        }
        boolean quarantined = quarantines();
        if (quarantined) {
            mailbox.shut().forEach(this::drop);
        }
        become(quarantined ? StepState.QUARANTINED : StepState.RESTARTING, why);
        world.watcher().died(this, why);
        Duration pause = quarantined ? FOR_EVER : Duration.ofMillis(deaths.nextPauseMillis());
        return () -> rest(pause);
    }

    private Problem reason(Throwable death) {
        return life.condemned()
                .or(() -> life.working().overran().map(line -> StepProblems.tookTooLong(plan, line)))
                .orElseGet(() -> StepProblems.died(plan.service(), death));
    }

    private Runnable goBack(Problem why) {
        become(StepState.RESTARTING, why);
        world.watcher().died(this, why);
        return this::restWhileGoingBack;
    }

    /// It was quarantined before the node was started again.
    private void stayOut(Problem why) {
        if (world.watcher().deathGoesBack()) {
            goBack(why).run();
        }
        if (!life.isEnding() && staysOut()) {
            mailbox.shut().forEach(this::drop);
            become(StepState.QUARANTINED, why);
            rest(FOR_EVER);
        }
    }

    /// The release before takes over what waits, and what this run died of.
    private void restWhileGoingBack() {
        while (!life.isEnding() && world.watcher().deathGoesBack()) {
            rest(Duration.ofMillis(deaths.nextPauseMillis()));
        }
    }

    /// Messages wait meanwhile.
    private void rest(Duration pause) {
        long end = System.nanoTime() + pause.toNanos();
        for (long left = pause.toNanos(); left > 0 && !life.isEnding(); left = end - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
            var _ = Thread.interrupted();
        }
    }

    private void become(StepState state, @Nullable Problem problem) {
        report = reportOf(state, problem);
        world.watcher().changed(this);
    }

    private StepReport reportOf(StepState state, @Nullable Problem problem) {
        return new StepReport(
                plan.address(), plan.service(), plan.version(), state, Instant.now(), Optional.ofNullable(problem));
    }

    void say(LogLevel level, Problem problem) {
        say(level, problem, "");
    }

    private void say(LogLevel level, Problem problem, String more) {
        world.log().write(plan.address().toString(), plan.service(), level, problem.what(), problem.code(), more);
    }
}
