// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import dev.signalbox.hub.store.JobState;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoreProblems;
import dev.signalbox.hub.store.StoredJob;
import dev.signalbox.protocol.codec.ProblemException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Brings jobs whose time has come to run: each waits for its turn, then its devices are found. For one thread.
final class Starting {
    private final RegistryStore store;
    private final JobSteps steps;
    private final JobNews news;
    private final Clock clock;
    private final Map<String, Finding> findings = new HashMap<>();

    Starting(RegistryStore store, JobSteps steps, JobNews news, Clock clock) {
        this.store = store;
        this.steps = steps;
        this.news = news;
        this.clock = clock;
    }

    /// Takes each that is due one step further. Returns whether that left something to look at again at once.
    ///
    /// @param most how many may run at the same time
    boolean goOn(List<StoredJob> open, int most) {
        long running =
                open.stream().filter(job -> job.state() == JobState.RUNNING).count();
        long places = Math.max(0, most - running);
        List<StoredJob> due = open.stream().filter(this::isDue).toList();
        findings.keySet().removeIf(id -> due.stream().noneMatch(job -> job.id().equals(id)));
        due.stream().filter(job -> job.state() == JobState.SCHEDULED).forEach(steps::queue);
        due.stream().filter(job -> job.state() == JobState.QUEUED).limit(places).forEach(this::find);
        return !due.isEmpty() && (places > 0 || due.stream().anyMatch(job -> job.state() == JobState.SCHEDULED));
    }

    private boolean isDue(StoredJob job) {
        return (job.state() == JobState.SCHEDULED || job.state() == JobState.QUEUED)
                && !job.order().startAt().isAfter(clock.instant());
    }

    private void find(StoredJob job) {
        try {
            if (findings.computeIfAbsent(job.id(), _ -> new Finding(job, store, clock))
                    .isDone()) {
                findings.remove(job.id());
                steps.start(job).ifPresent(devices -> news.started(job, devices));
            }
        } catch (ProblemException refused) {
            // it is not certain how far it came, so it begins anew
            findings.remove(job.id());
            if (StoreProblems.isOne(refused.problem())) {
                throw refused;
            }
            steps.fail(job, refused.problem());
            news.couldNotStart(job, refused.problem());
        }
    }
}
