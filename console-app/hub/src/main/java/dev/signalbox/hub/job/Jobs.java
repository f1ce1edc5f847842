// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import dev.signalbox.hub.backend.BackendTwins;
import dev.signalbox.hub.device.Presence;
import dev.signalbox.hub.method.Methods;
import dev.signalbox.hub.store.JobRecords;
import dev.signalbox.hub.store.JobState;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredJob;
import dev.signalbox.protocol.codec.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// Jobs over the fleet. A job outlives the hub: what was not sent goes on after a restart, what was sent and not
/// answered ends as failed with its outcome unknown, and nothing is ever sent twice.
public final class Jobs implements AutoCloseable {
    private static final int PAGE = 1000;

    private final RegistryStore store;
    private final Clock clock;
    private final JobNews news;
    private final JobRunner runner;

    private Jobs(RegistryStore store, Clock clock, JobNews news, JobRunner runner) {
        this.store = store;
        this.clock = clock;
        this.news = news;
        this.runner = runner;
    }

    /// What jobs reach devices with.
    public record Reach(BackendTwins twins, Methods methods, Presence presence) {}

    /// Opens them without driving them.
    public static Jobs open(RegistryStore store, Reach reach, JobNews news, Clock clock) {
        var asking = new Asking(reach.methods(), reach.presence());
        var parts = new JobRunner.Parts(store, reach.twins(), asking, news, clock);
        return new Jobs(store, clock, news, new JobRunner(parts));
    }

    /// Drives them from now on, those of before included.
    public void begin() {
        runner.poke();
    }

    /// Makes a job; it starts when its time has come.
    public ObjectNode create(String id, ObjectNode sent) {
        Instant now = clock.instant();
        StoredJob.Order order = JobReader.read(id, sent, now);
        return change(records -> document(records, JobBook.add(records, order, now)));
    }

    /// Changes jobs in one transaction, then looks at once what is to be done.
    <T> T change(Function<Records, T> work) {
        T changed = store.commit(work);
        news.changed();
        runner.poke();
        return changed;
    }

    /// Something about series changed.
    void look() {
        news.changed();
        runner.poke();
    }

    Recurring recurring() {
        return runner.recurring();
    }

    <T> T read(Function<Records, T> reading) {
        return store.read(reading);
    }

    Instant now() {
        return clock.instant();
    }

    public ObjectNode get(String id) {
        return store.read(records -> document(records, JobBook.need(records, id)));
    }

    /// Stops a job: who was not asked will not be; what was sent is waited for. A job with very many devices that wait
    /// is cancelling for some seconds before it is cancelled.
    public ObjectNode cancel(String id) {
        StoredJob job = change(records -> cancel(records, id));
        if (job.state() == JobState.CANCELLED) {
            news.cancelled(id);
        }
        return get(id);
    }

    /// A page of jobs, oldest first.
    ///
    /// @param after the number that the page before ended with, 0 for the first
    public Page list(long after, int most, Predicate<StoredJob> wanted) {
        return store.read(records -> {
            List<StoredJob> found =
                    from(records.jobs(), after).filter(wanted).limit(most + 1L).toList();
            List<StoredJob> page = found.subList(0, Math.min(most, found.size()));
            return new Page(
                    page.stream().map(job -> document(records, job)).toList(),
                    found.size() > most ? page.getLast().number() : 0);
        });
    }

    /// @param next what to ask the next page with; 0 when this is the last
    public record Page(List<ObjectNode> jobs, long next) {}

    @Override
    public void close() {
        runner.close();
    }

    private static Stream<StoredJob> from(JobRecords jobs, long after) {
        return Stream.iterate(
                        jobs.after(after, PAGE),
                        page -> !page.isEmpty(),
                        page -> jobs.after(page.getLast().number(), PAGE))
                .flatMap(List::stream);
    }

    private StoredJob cancel(Records records, String id) {
        StoredJob job = JobBook.need(records, id);
        if (job.state().hasEnded()) {
            throw new ProblemException(JobProblems.ended(id));
        }
        Sweeps.cancel(records, job, clock.instant());
        return JobBook.need(records, id);
    }

    private static ObjectNode document(Records records, StoredJob job) {
        return JobDocument.of(job, records.jobDevices().tally(job.id()));
    }
}
