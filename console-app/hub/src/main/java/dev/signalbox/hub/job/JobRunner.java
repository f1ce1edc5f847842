// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import dev.signalbox.hub.store.JobState;
import dev.signalbox.hub.store.StoredJob;
import dev.signalbox.operator.job.JobTiming;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Drives jobs on one thread, in beats: saves what was answered, closes windows, starts what is due, asks the next
/// devices, ends what is done. Sleeps when nothing is open. At most 2,000 devices are asked in a second, over all jobs.
final class JobRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("hub");

    /// How many jobs run at the same time.
    static final int MOST_RUNNING = 10;

    private static final int MOST_AT_ONCE = 250;
    private static final Duration SOON = Duration.ofMillis(100);
    private static final Duration WHEN_ALL_ARE_AWAY = Duration.ofMillis(500);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);
    private static final Duration HISTORY = Duration.ofDays(30);

    /// What the runner works with.
    record Parts(JobSteps steps, Asking asking, Recurring recurring, JobNews news, Clock clock) {}

    private final Parts parts;
    private final Map<String, RunningJob> running = new LinkedHashMap<>();
    private final Rate rate = new Rate(JobTiming.FASTEST, MOST_AT_ONCE, System::nanoTime);
    private final Queue<Ending> endings = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("jobs").daemon(true).factory());
    private @Nullable Future<?> next;

    JobRunner(Parts parts) {
        this.parts = parts;
    }

    /// Takes up what a hub before this one left.
    void begin() {
        parts.steps().settleUnanswered();
        poke();
    }

    Recurring recurring() {
        return parts.recurring();
    }

    /// Something changed: a job came, or one was cancelled.
    void poke() {
        if (!thread.isShutdown()) {
            thread.execute(this::beat);
        }
    }

    /// What was sent and not answered is told apart at the next start.
    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void beat() {
        Duration pause;
        try {
            pause = work();
        } catch (ProblemException storeAtFault) {
            parts.news().failed(storeAtFault.problem());
            pause = AFTER_TROUBLE;
        } catch (RuntimeException unexpected) {
            LOG.error("Jobs failed in a way nobody expected", unexpected);
            pause = AFTER_TROUBLE;
        }
        sleep(pause);
    }

    private void sleep(Duration pause) {
        if (next != null) {
            next.cancel(false);
        }
        if (!thread.isShutdown()) {
            next = thread.schedule(this::beat, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private Duration work() {
        save();
        Optional<Instant> nextOccurrence = parts.recurring().makeDue();
        List<StoredJob> open = parts.steps().open();
        running.keySet().removeIf(id -> open.stream().noneMatch(job -> job.id().equals(id)));
        open.stream().filter(this::isDue).forEach(this::start);
        open.stream().filter(job -> job.state() == JobState.RUNNING).forEach(this::join);
        Duration pause = pause(open, driveAll());
        return nextOccurrence
                .map(this::until)
                .filter(left -> left.compareTo(pause) < 0)
                .orElse(pause);
    }

    /// Each gets a like share of what may be asked now.
    private int driveAll() {
        int taken = 0;
        int left = running.size();
        for (RunningJob job : List.copyOf(running.values())) {
            taken += drive(job, Math.ceilDiv(rate.allowed(), left));
            left--;
        }
        if (taken > 0) {
            parts.news().changed();
        }
        return taken;
    }

    /// Kept until they are on the disk.
    private void save() {
        List<Ending> saved = new ArrayList<>(endings);
        if (!saved.isEmpty()) {
            Set<Ending> again = parts.steps().settle(saved);
            saved.forEach(ending -> {
                endings.remove(ending);
                RunningJob job = running.get(ending.job());
                if (job != null) {
                    job.settled(ending, again.contains(ending));
                }
            });
            parts.news().changed();
        }
    }

    private boolean isDue(StoredJob job) {
        return (job.state() == JobState.SCHEDULED || job.state() == JobState.QUEUED)
                && !job.order().startAt().isAfter(parts.clock().instant());
    }

    private void start(StoredJob job) {
        if (job.state() == JobState.SCHEDULED) {
            parts.steps().queue(job);
            poke();
        } else if (running.size() < MOST_RUNNING) {
            try {
                parts.steps().start(job).ifPresent(devices -> parts.news().started(job, devices));
            } catch (ProblemException refused) {
                if (refused.problem().code().startsWith("store.")) {
                    throw refused;
                }
                parts.steps().fail(job, refused.problem());
                parts.news().couldNotStart(job, refused.problem());
            }
            poke();
        }
    }

    private void join(StoredJob job) {
        running.computeIfAbsent(
                job.id(), id -> new RunningJob(job, after -> parts.steps().pending(id, after)));
    }

    /// Returns how many devices it took.
    private int drive(RunningJob job, int share) {
        if (job.isWaiting() && job.windowIsOver(parts.clock().instant())) {
            parts.steps().closeWindow(job.job().id());
            job.closeWindow();
            parts.news().changed();
        }
        List<DeviceId> ready = job.next(share, parts.asking()::isHere);
        if (!ready.isEmpty()) {
            rate.used(ready.size());
            ask(job, ready);
        }
        if (job.isDone()) {
            parts.steps().finish(job.job()).ifPresent(tally -> parts.news().ended(job.job(), tally));
            running.remove(job.job().id());
        }
        return ready.size();
    }

    private void ask(RunningJob job, List<DeviceId> ready) {
        String id = job.job().id();
        switch (job.action()) {
            case JobAction.Edit edit -> {
                parts.steps().edit(id, ready, edit);
                job.took(ready, List.of());
            }
            case JobAction.Call call -> {
                List<DeviceId> begun = parts.steps().begin(id, ready);
                job.took(ready, begun);
                begun.forEach(device -> parts.asking().ask(id, device, call, this::ended));
            }
        }
    }

    private void ended(Ending ending) {
        endings.add(ending);
        poke();
    }

    private Duration pause(List<StoredJob> open, int taken) {
        if (running.values().stream().anyMatch(RunningJob::isWaiting)) {
            boolean soon = taken > 0
                    || rate.allowed() == 0
                    || running.values().stream().anyMatch(RunningJob::isHeldBack);
            return soon ? SOON : WHEN_ALL_ARE_AWAY;
        }
        if (open.isEmpty()) {
            parts.steps().forgetEndedBefore(parts.clock().instant().minus(HISTORY));
        }
        return open.stream()
                .filter(job -> job.state() == JobState.SCHEDULED)
                .map(job -> until(job.order().startAt()))
                .reduce(LONGEST_SLEEP, (one, other) -> one.compareTo(other) < 0 ? one : other);
    }

    private Duration until(Instant time) {
        Duration left = Duration.between(parts.clock().instant(), time);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
