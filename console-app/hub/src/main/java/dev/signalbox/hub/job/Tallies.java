// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import dev.signalbox.hub.store.JobDeviceState;
import dev.signalbox.hub.store.Records;
import dev.signalbox.operator.job.JobTally;
import java.util.Map;

/// Counts the devices of jobs, inside a transaction.
final class Tallies {
    private Tallies() {}

    static JobTally of(Records records, String job) {
        Map<JobDeviceState, Long> states = records.jobs().tally(job);
        long failed = states.getOrDefault(JobDeviceState.FAILED, 0L);
        long unknown = failed == 0 ? 0 : records.jobs().failedWith(job, JobProblems.OUTCOME_UNKNOWN);
        return new JobTally(
                states.getOrDefault(JobDeviceState.SUCCEEDED, 0L),
                failed - unknown,
                states.getOrDefault(JobDeviceState.RUNNING, 0L),
                states.getOrDefault(JobDeviceState.PENDING, 0L),
                unknown,
                states.getOrDefault(JobDeviceState.CANCELLED, 0L));
    }
}
