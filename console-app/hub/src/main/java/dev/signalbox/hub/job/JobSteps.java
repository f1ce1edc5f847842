// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import dev.signalbox.hub.store.JobState;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.RegistryStore;
import dev.signalbox.hub.store.StoredJob;
import dev.signalbox.operator.job.JobTally;
import dev.signalbox.protocol.report.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/// The moves of jobs as a whole, each durable when its method returns, in transactions that look first where things
/// stand. So a job that was cancelled in between is not gone on with.
final class JobSteps {
    private final RegistryStore store;
    private final Clock clock;

    JobSteps(RegistryStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// Those that have not ended, oldest first.
    List<StoredJob> open() {
        return store.read(records -> records.jobs().open());
    }

    /// Its time has come, but not its turn.
    void queue(StoredJob job) {
        change(job, StoredJob::queued);
    }

    /// Its devices are found: from now on it runs.
    ///
    /// @return how many they are; empty if it was cancelled meanwhile
    OptionalLong start(StoredJob job) {
        return store.commit(records -> {
            boolean queued = isIn(records, job.id(), JobState.QUEUED);
            if (queued) {
                records.jobs().put(job.started(clock.instant()));
            }
            return queued ? OptionalLong.of(records.jobDevices().tally(job.id()).total()) : OptionalLong.empty();
        });
    }

    /// It cannot be started.
    void fail(StoredJob job, Problem why) {
        change(job, has -> has.ended(JobState.FAILED, clock.instant(), why.toString()));
    }

    /// Ends the job if all its devices have ended.
    ///
    /// @return how they ended, if it did end now
    Optional<JobTally> finish(StoredJob job) {
        return store.commit(records -> {
            JobTally tally = records.jobDevices().tally(job.id());
            Optional<StoredJob> ends = records.jobs()
                    .find(job.id())
                    .filter(has -> tally.ended() == tally.total() && has.state() == JobState.RUNNING);
            ends.ifPresent(has -> records.jobs().put(has.ended(JobState.COMPLETED, clock.instant(), "")));
            return ends.map(_ -> tally);
        });
    }

    static boolean isIn(Records records, String job, JobState state) {
        return records.jobs().find(job).filter(has -> has.state() == state).isPresent();
    }

    private void change(StoredJob job, UnaryOperator<StoredJob> change) {
        store.commit(records -> {
            records.jobs()
                    .find(job.id())
                    .filter(has -> has.state() == job.state())
                    .ifPresent(has -> records.jobs().put(change.apply(has)));
            return true;
        });
    }
}
