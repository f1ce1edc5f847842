// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import dev.signalbox.hub.store.JobDeviceRecords.Ended;
import dev.signalbox.hub.store.JobDeviceState;
import dev.signalbox.hub.store.JobState;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredJob;
import dev.signalbox.hub.store.StoredJobDevice;
import dev.signalbox.protocol.report.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is done to very many devices of jobs: one durable piece with each call, so that whoever else writes has to wait
/// for one piece only. Each method returns whether there is more to do; a hub that was killed in between goes on where
/// it was.
final class Sweeps {
    /// So many rows are changed in some 30 ms.
    static final int PIECE = 2000;

    private final RegistryStore store;
    private final Clock clock;

    Sweeps(RegistryStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// The first piece of cancelling a job, inside a transaction. From then on nobody is asked any more.
    static void cancel(Records records, StoredJob job, Instant at) {
        if (endSome(records, job.id(), new Ended(JobDeviceState.CANCELLED, at, "", ""))) {
            if (job.state() != JobState.CANCELLING) {
                records.jobs().put(job.cancelling());
            }
        } else {
            records.jobs().put(job.ended(JobState.CANCELLED, at, ""));
        }
    }

    /// One more piece of cancelling.
    boolean cancel(StoredJob job) {
        return store.commit(records -> {
            records.jobs()
                    .find(job.id())
                    .filter(has -> has.state() == JobState.CANCELLING)
                    .ifPresent(has -> cancel(records, has, clock.instant()));
            return JobSteps.isIn(records, job.id(), JobState.CANCELLING);
        });
    }

    /// The window is over: who was not asked will not be.
    boolean closeWindow(String job) {
        Problem closed = JobProblems.windowClosed();
        return store.commit(records -> endSome(
                records, job, new Ended(JobDeviceState.FAILED, clock.instant(), closed.code(), Ending.text(closed))));
    }

    /// After a crash: what was asked and not answered stays so. It is not asked again.
    boolean settleUnanswered() {
        return store.commit(records -> {
            List<StoredJobDevice> some = records.jobDevices().inState(JobDeviceState.RUNNING, PIECE);
            some.forEach(device ->
                    records.jobDevices().put(Ending.failed(device, clock.instant(), JobProblems.outcomeUnknown())));
            return some.size() == PIECE;
        });
    }

    /// Forgets jobs that ended before.
    boolean forgetEndedBefore(Instant time) {
        return store.commit(records -> {
            Optional<String> job = records.jobs().endedBefore(time);
            job.filter(id -> records.jobDevices().delete(id, PIECE) < PIECE).ifPresent(records.jobs()::delete);
            return job.isPresent();
        });
    }

    private static boolean endSome(Records records, String job, Ended ended) {
        return records.jobDevices().endPending(job, ended, PIECE) == PIECE;
    }
}
