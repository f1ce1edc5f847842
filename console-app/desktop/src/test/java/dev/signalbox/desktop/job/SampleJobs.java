// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.job;

import dev.signalbox.desktop.desks.JobsInMemory;
import dev.signalbox.operator.job.JobKind;
import dev.signalbox.operator.job.JobPhase;
import dev.signalbox.operator.job.JobSeries;
import dev.signalbox.operator.job.JobTally;
import dev.signalbox.operator.job.JobTiming;
import dev.signalbox.operator.job.JobWork;
import dev.signalbox.operator.job.NewJob;
import dev.signalbox.operator.job.Recurrence;
import java.time.Instant;
import java.util.Optional;

/// Jobs in every state there is.
final class SampleJobs {
    static final JobTiming USUAL = new JobTiming(Optional.empty(), 3600, 0, 1);
    static final JobWork STOP = new JobWork(JobKind.CALL, "stop", "{\"after\":5}", 30);
    static final NewJob NEXT = new NewJob("stop-1121-091200", STOP, "tags.site = 'north'", USUAL);

    private SampleJobs() {}

    static JobsInMemory some() {
        var jobs = new JobsInMemory();
        Instant tonight = Instant.parse("2026-11-22T02:00:00Z");
        put(jobs, "nightly-check", JobKind.CALL, JobPhase.COMPLETED, new JobTally(40, 0, 0, 0, 0, 0));
        put(jobs, "tune-south", JobKind.DESIRED, JobPhase.CANCELLED, new JobTally(12, 1, 0, 0, 0, 27));
        put(jobs, "tag-hall-B", JobKind.TAGS, JobPhase.COMPLETED, new JobTally(1204, 0, 0, 0, 0, 0));
        put(
                jobs,
                "firmware-of-the-night-northern-works-hall-B-line-4-second-shift",
                JobKind.CALL,
                JobPhase.COMPLETED,
                new JobTally(31, 6, 0, 0, 3, 0));
        jobs.put(
                new NewJob("later", STOP, "*", new JobTiming(Optional.of(tonight), 3600, 10, 3)),
                JobPhase.SCHEDULED,
                JobTally.NONE);
        jobs.put(NEXT, JobPhase.RUNNING, new JobTally(21, 2, 4, 13, 0, 0));
        var daily = new Recurrence(1, Recurrence.Unit.DAYS, Optional.empty());
        jobs.put(new JobSeries(
                new NewJob("nightly-check", STOP, "*", USUAL),
                daily,
                tonight.minusSeconds(86_400L * 9),
                Optional.of(tonight),
                3,
                Optional.of(tonight.minusSeconds(86_400))));
        return jobs;
    }

    private static void put(JobsInMemory jobs, String id, JobKind kind, JobPhase phase, JobTally tally) {
        boolean isCall = kind == JobKind.CALL;
        var work = new JobWork(kind, isCall ? "check" : "", isCall ? "" : "{\"speed\":120}", isCall ? 30 : 0);
        jobs.put(new NewJob(id, work, "tags.site = 'north' AND properties.reported.speed > 100", USUAL), phase, tally);
    }
}
