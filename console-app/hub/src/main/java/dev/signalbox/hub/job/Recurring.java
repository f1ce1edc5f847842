// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import dev.signalbox.hub.store.JobState;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredJob;
import dev.signalbox.operator.job.JobSeries;
import dev.signalbox.operator.job.NewSeries;
import dev.signalbox.protocol.codec.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Jobs that are made again and again. Each occurrence is a job of its own, made in the same transaction that moves the
/// series on, so no crash makes one twice or loses one. Occurrences the hub was not there for are told and counted, and
/// not made later.
final class Recurring {
    private static final int MOST = 100;
    /// So late an occurrence may still begin.
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final RegistryStore store;
    private final JobNews news;
    private final Clock clock;
    private volatile boolean changed = true;
    private Optional<Instant> soonest = Optional.empty();

    Recurring(RegistryStore store, JobNews news, Clock clock) {
        this.store = store;
        this.news = news;
        this.clock = clock;
    }

    JobSeries make(NewSeries asked) {
        JobSeries series = SeriesReader.read(asked, clock.instant());
        store.commit(records -> {
            if (records.jobSeries().find(series.name()).isPresent()) {
                throw new ProblemException(JobProblems.seriesExists(series.name()));
            }
            if (records.jobSeries().all().size() >= MOST) {
                throw new ProblemException(JobProblems.tooManySeries(MOST));
            }
            records.jobSeries().put(series);
            return true;
        });
        changed = true;
        return series;
    }

    List<JobSeries> list() {
        return store.read(records -> records.jobSeries().all());
    }

    void end(String name) {
        store.commit(records -> {
            JobSeries known = records.jobSeries()
                    .find(name)
                    .orElseThrow(() -> new ProblemException(JobProblems.seriesNotKnown(name)));
            records.jobSeries().delete(known.name());
            return true;
        });
        changed = true;
    }

    /// Makes the jobs whose time has come, and says when the next one is due. For one thread.
    Optional<Instant> makeDue() {
        Instant now = clock.instant();
        if (changed || soonest.filter(due -> !due.isAfter(now)).isPresent()) {
            changed = false;
            list().stream().filter(series -> isDue(series, now)).forEach(series -> make(series.name(), now));
            soonest = list().stream().flatMap(series -> series.next().stream()).min(Comparator.naturalOrder());
        }
        return soonest;
    }

    private static boolean isDue(JobSeries series, Instant now) {
        return series.next().filter(next -> !next.isAfter(now)).isPresent();
    }

    private void make(String name, Instant now) {
        List<Runnable> said = new ArrayList<>();
        store.commit(records -> {
            said.clear();
            records.jobSeries().find(name).filter(series -> isDue(series, now)).ifPresent(series -> {
                var due = Occurrences.upTo(series, now);
                boolean late = now.isAfter(due.last().plus(GRACE));
                boolean made = !late && make(records, series, due.last(), said);
                long missed = due.number() - (late ? 0 : 1);
                if (missed > 0) {
                    Instant last =
                            late ? due.last() : due.last().minus(series.rule().step());
                    said.add(() -> news.missed(name, missed, last));
                }
                records.jobSeries().put(Occurrences.after(series, now, missed + (late || made ? 0 : 1)));
            });
            return true;
        });
        said.forEach(Runnable::run);
    }

    private boolean make(Records records, JobSeries series, Instant due, List<Runnable> said) {
        try {
            StoredJob.Order order = SeriesReader.occurrence(series, due);
            JobBook.add(records, order, clock.instant(), JobState.SCHEDULED);
            return true;
        } catch (ProblemException refused) {
            said.add(() -> news.notMade(series.name(), due, refused.problem()));
            return false;
        }
    }
}
