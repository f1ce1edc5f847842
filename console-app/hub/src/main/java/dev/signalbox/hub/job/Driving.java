// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import dev.signalbox.hub.store.JobState;
import dev.signalbox.hub.store.StoredJob;
import dev.signalbox.operator.job.JobTiming;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Asks the devices of running jobs, at most 2,000 in a second over all jobs, saves what they answer, closes windows
/// and ends what is done. For one thread.
final class Driving {
    private static final int MOST_AT_ONCE = 250;
    private static final int MOST_SAVED_AT_ONCE = 1000;
    private static final Duration SOON = Duration.ofMillis(100);
    private static final Duration WHEN_ALL_ARE_AWAY = Duration.ofMillis(500);

    /// What it works with.
    record Parts(JobSteps steps, DeviceSteps devices, Sweeps sweeps, Asking asking, JobNews news, Clock clock) {}

    private final Parts parts;
    private final Runnable answered;
    private final Map<String, RunningJob> running = new LinkedHashMap<>();
    private final Rate rate = new Rate(JobTiming.FASTEST, MOST_AT_ONCE, System::nanoTime);
    private final Queue<Ending> endings = new ConcurrentLinkedQueue<>();

    /// @param answered to be run when a device has answered, on any thread
    Driving(Parts parts, Runnable answered) {
        this.parts = parts;
        this.answered = answered;
    }

    /// Writes down what was answered. Endings are kept until they are on the disk.
    void save() {
        List<Ending> saved = endings.stream().limit(MOST_SAVED_AT_ONCE).toList();
        if (!saved.isEmpty()) {
            Set<Ending> again = parts.devices().settle(saved);
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

    /// Drives these, and no others any more.
    void keepTo(List<StoredJob> open) {
        List<StoredJob> run =
                open.stream().filter(job -> job.state() == JobState.RUNNING).toList();
        running.keySet().removeIf(id -> run.stream().noneMatch(job -> job.id().equals(id)));
        run.forEach(job -> running.computeIfAbsent(
                job.id(), id -> new RunningJob(job, after -> parts.devices().pending(id, after))));
    }

    /// Takes each job on by one piece; each gets a like share of what may be asked now. Returns when it wants to go on;
    /// empty when all wait for answers only.
    Optional<Duration> goOn() {
        boolean more = !endings.isEmpty();
        int taken = 0;
        int left = running.size();
        for (RunningJob job : List.copyOf(running.values())) {
            int share = Math.ceilDiv(rate.allowed(), left--);
            close(job);
            int asked = ask(job, share);
            finish(job);
            taken += asked;
            more |= job.isClosing() || (asked == share && job.isWaiting());
        }
        if (taken > 0) {
            parts.news().changed();
        }
        return more ? Optional.of(rate.untilFull()) : pause(taken);
    }

    private Optional<Duration> pause(int taken) {
        if (running.values().stream().noneMatch(RunningJob::isWaiting)) {
            return Optional.empty();
        }
        boolean soon = taken > 0 || running.values().stream().anyMatch(RunningJob::isHeldBack);
        return Optional.of(soon ? SOON : WHEN_ALL_ARE_AWAY);
    }

    private void close(RunningJob job) {
        if (job.isWaiting() && job.windowIsOver(parts.clock().instant())) {
            job.closeWindow();
        }
        if (job.isClosing()) {
            if (!parts.sweeps().closeWindow(job.job().id())) {
                job.closed();
            }
            parts.news().changed();
        }
    }

    private int ask(RunningJob job, int share) {
        List<DeviceId> ready = job.next(share, parts.asking()::isHere);
        if (!ready.isEmpty()) {
            rate.used(ready.size());
            ask(job, ready);
        }
        return ready.size();
    }

    private void ask(RunningJob job, List<DeviceId> ready) {
        String id = job.job().id();
        switch (job.action()) {
            case JobAction.Edit edit -> {
                parts.devices().edit(id, ready, edit);
                job.took(ready, List.of());
            }
            case JobAction.Call call -> {
                List<DeviceId> begun = parts.devices().begin(id, ready);
                job.took(ready, begun);
                begun.forEach(device -> parts.asking().ask(id, device, call, this::ended));
            }
        }
    }

    private void finish(RunningJob job) {
        if (job.isDone()) {
            parts.steps().finish(job.job()).ifPresent(tally -> parts.news().ended(job.job(), tally));
            running.remove(job.job().id());
        }
    }

    private void ended(Ending ending) {
        endings.add(ending);
        answered.run();
    }
}
