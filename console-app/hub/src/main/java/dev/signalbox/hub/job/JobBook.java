// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import dev.signalbox.hub.store.JobState;
import dev.signalbox.hub.store.Records;
import dev.signalbox.hub.store.StoredJob;
import dev.signalbox.operator.job.JobTally;
import dev.signalbox.protocol.codec.ProblemException;
import java.time.Instant;

/// Enters jobs, inside a transaction, as long as there are not too many.
final class JobBook {
    private static final int MOST_OPEN = 100;

    private JobBook() {}

    /// One that was asked for now: refused if it could not begin at its time.
    static StoredJob add(Records records, StoredJob.Order order, Instant now) {
        boolean later = order.startAt().isAfter(now);
        long active = records.jobs().open().stream()
                .filter(job -> job.state() != JobState.SCHEDULED)
                .count();
        if (!later && active >= JobRunner.MOST_RUNNING) {
            throw new ProblemException(JobProblems.tooMany("run", JobRunner.MOST_RUNNING));
        }
        return add(records, order, now, later ? JobState.SCHEDULED : JobState.QUEUED);
    }

    static StoredJob add(Records records, StoredJob.Order order, Instant now, JobState state) {
        if (records.jobs().find(order.id()).isPresent()) {
            throw new ProblemException(JobProblems.exists(order.id()));
        }
        if (records.jobs().open().size() >= MOST_OPEN) {
            throw new ProblemException(JobProblems.tooMany("are scheduled", MOST_OPEN));
        }
        records.jobs().add(order, now, state);
        return need(records, order.id());
    }

    /// One for those of another's devices that failed; they are found when it starts.
    static StoredJob rerun(Records records, StoredJob failed, String id, boolean unknownToo, Instant now) {
        JobTally tally = records.jobDevices().tally(failed.id());
        if (tally.failed() + (unknownToo ? tally.unknown() : 0) == 0) {
            throw new ProblemException(JobProblems.nothingToRerun(failed.id()));
        }
        StoredJob.Order before = failed.order();
        var order = new StoredJob.Order(
                id,
                before.type(),
                before.condition(),
                before.action(),
                now,
                before.window(),
                before.manner().as(new StoredJob.Rerun(failed.id(), unknownToo)));
        return add(records, order, now);
    }

    static StoredJob need(Records records, String id) {
        return records.jobs().find(id).orElseThrow(() -> new ProblemException(JobProblems.notKnown(id)));
    }
}
