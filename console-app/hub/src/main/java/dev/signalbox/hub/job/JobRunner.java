// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import dev.signalbox.hub.backend.BackendTwins;
import dev.signalbox.hub.beat.Beats;
import dev.signalbox.hub.store.JobState;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Keeps jobs going, in beats: each beat takes every job on by one small piece, so that none keeps the others waiting,
/// be its devices a million. Sleeps when nothing is open.
final class JobRunner implements AutoCloseable {
    /// How many jobs run at the same time.
    static final int MOST_RUNNING = 10;

    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);
    private static final Duration HISTORY = Duration.ofDays(30);

    private final JobSteps steps;
    private final Sweeps sweeps;
    private final Recurring recurring;
    private final JobNews news;
    private final Clock clock;
    private final Starting starting;
    private final Driving driving;
    private final Beats beats;
    private boolean unsettled = true;
    private Instant nextLookAtHistory = Instant.MIN;

    /// What the runner works with.
    record Parts(RegistryStore store, BackendTwins twins, Asking asking, JobNews news, Clock clock) {}

    JobRunner(Parts parts) {
        this.news = parts.news();
        this.clock = parts.clock();
        this.steps = new JobSteps(parts.store(), clock);
        this.sweeps = new Sweeps(parts.store(), clock);
        this.recurring = new Recurring(parts.store(), news, clock);
        this.starting = new Starting(parts.store(), steps, news, clock);
        this.beats = new Beats("jobs", this::beat, news::failed);
        var devices = new DeviceSteps(parts.store(), parts.twins(), clock);
        this.driving = new Driving(new Driving.Parts(steps, devices, sweeps, parts.asking(), news, clock), beats::poke);
    }

    Recurring recurring() {
        return recurring;
    }

    /// Something changed: a job came, or one was cancelled. The first time, it takes up what a hub before this one
    /// left.
    void poke() {
        beats.poke();
    }

    /// What was sent and not answered is told apart at the next start.
    @Override
    public void close() {
        beats.close();
    }

    private Duration beat() {
        if (unsettled) {
            unsettled = sweeps.settleUnanswered();
            return Duration.ZERO;
        }
        driving.save();
        Optional<Instant> nextOccurrence = recurring.makeDue();
        boolean more = forgetOld();
        List<StoredJob> open = steps.open();
        more |= cancelSome(open);
        more |= starting.goOn(open, MOST_RUNNING);
        driving.keepTo(open);
        Optional<Duration> soon = driving.goOn();
        return more ? Duration.ZERO : shortest(soon, nextOccurrence, open);
    }

    /// Whether or not jobs are open: with many series there is no time without.
    private boolean forgetOld() {
        Instant now = clock.instant();
        boolean more = !now.isBefore(nextLookAtHistory) && sweeps.forgetEndedBefore(now.minus(HISTORY));
        if (!more && !now.isBefore(nextLookAtHistory)) {
            nextLookAtHistory = now.plus(LONGEST_SLEEP);
        }
        return more;
    }

    private boolean cancelSome(List<StoredJob> open) {
        boolean more = false;
        for (StoredJob job : open) {
            if (job.state() == JobState.CANCELLING) {
                if (sweeps.cancel(job)) {
                    more = true;
                    news.changed();
                } else {
                    news.cancelled(job.id());
                }
            }
        }
        return more;
    }

    private Duration shortest(Optional<Duration> soon, Optional<Instant> occurrence, List<StoredJob> open) {
        Stream<Duration> starts = open.stream()
                .filter(job -> job.state() == JobState.SCHEDULED)
                .map(job -> until(job.order().startAt()));
        return Stream.of(starts, occurrence.map(this::until).stream(), soon.stream())
                .flatMap(each -> each)
                .reduce(LONGEST_SLEEP, (one, other) -> one.compareTo(other) < 0 ? one : other);
    }

    private Duration until(Instant time) {
        Duration left = Duration.between(clock.instant(), time);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
