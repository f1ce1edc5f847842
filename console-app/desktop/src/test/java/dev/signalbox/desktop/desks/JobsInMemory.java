// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.desks;

import dev.signalbox.operator.job.DeviceOutcome;
import dev.signalbox.operator.job.JobDevicePage;
import dev.signalbox.operator.job.JobDeviceView;
import dev.signalbox.operator.job.JobPage;
import dev.signalbox.operator.job.JobPhase;
import dev.signalbox.operator.job.JobProgress;
import dev.signalbox.operator.job.JobSeries;
import dev.signalbox.operator.job.JobTally;
import dev.signalbox.operator.job.JobView;
import dev.signalbox.operator.job.NewJob;
import dev.signalbox.operator.job.NewSeries;
import dev.signalbox.operator.job.RerunJob;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import dev.signalbox.workbench.job.Jobs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Jobs kept in this object. They do nothing by themselves: a test says how they stand.
public final class JobsInMemory implements Jobs {
    private static final Instant CREATED = Instant.parse("2026-11-21T09:12:00Z");

    private final List<JobView> jobs = new CopyOnWriteArrayList<>();
    private final List<JobSeries> series = new CopyOnWriteArrayList<>();
    private volatile Optional<Problem> refusal = Optional.empty();
    private volatile int looks;

    /// Everything is refused with that from now on.
    public void refuses(Optional<Problem> why) {
        refusal = why;
    }

    /// How often the newest jobs were asked for.
    public int looks() {
        return looks;
    }

    /// One that stands as told, in the place of one of that name.
    public void put(NewJob job, JobPhase phase, JobTally tally) {
        put(job, phase, tally, "");
    }

    private JobView put(NewJob job, JobPhase phase, JobTally tally, String rerunOf) {
        var progress = new JobProgress(
                phase,
                CREATED,
                phase == JobPhase.SCHEDULED ? Optional.empty() : Optional.of(CREATED),
                phase.hasEnded() ? Optional.of(CREATED.plusSeconds(95)) : Optional.empty(),
                tally,
                "");
        var view = new JobView(job.id(), job.work(), job.condition(), job.timing(), progress, rerunOf, "");
        int known = jobs.stream().map(JobView::id).toList().indexOf(job.id());
        if (known < 0) {
            jobs.addFirst(view);
        } else {
            jobs.set(known, view);
        }
        return view;
    }

    public void put(JobSeries one) {
        series.add(one);
    }

    @Override
    public JobPage page(long before) {
        answers();
        looks++;
        return new JobPage(List.copyOf(jobs), 0);
    }

    @Override
    public JobView make(NewJob job) {
        answers();
        return put(job, JobPhase.RUNNING, new JobTally(0, 0, 0, 2, 0, 0), "");
    }

    @Override
    public JobView cancel(String id) {
        answers();
        JobView job = find(id);
        JobTally now = job.progress().tally();
        var tally = new JobTally(now.succeeded(), now.failed(), 0, 0, now.unknown(), now.running() + now.pending());
        return put(asNew(job, id), JobPhase.CANCELLED, tally, "");
    }

    @Override
    public JobView rerun(String id, RerunJob asked) {
        answers();
        JobView job = find(id);
        long devices = job.progress().tally().failed()
                + (asked.unknownToo() ? job.progress().tally().unknown() : 0);
        return put(asNew(job, asked.id()), JobPhase.RUNNING, new JobTally(0, 0, 0, devices, 0, 0), id);
    }

    @Override
    public JobDevicePage devices(String id, boolean failedOnly, String after) {
        answers();
        JobTally tally = find(id).progress().tally();
        List<JobDeviceView> devices = new ArrayList<>();
        add(devices, tally.failed(), DeviceOutcome.FAILED);
        add(devices, tally.unknown(), DeviceOutcome.UNKNOWN);
        if (!failedOnly) {
            add(devices, tally.running(), DeviceOutcome.RUNNING);
            add(devices, tally.succeeded(), DeviceOutcome.SUCCEEDED);
            add(devices, tally.pending(), DeviceOutcome.PENDING);
            add(devices, tally.cancelled(), DeviceOutcome.CANCELLED);
        }
        return new JobDevicePage(devices, "");
    }

    private static void add(List<JobDeviceView> devices, long number, DeviceOutcome outcome) {
        for (int i = 0; i < Math.min(number, 40); i++) {
            String error = switch (outcome) {
                case FAILED ->
                    i == 0
                            ? "The device answered 500: jammed, the second cylinder does not move. Look at the device's"
                                    + " log, then rerun the failed ones."
                            : "The device was not there to be asked before the job's time was over.";
                case UNKNOWN -> "Outcome unknown: the hub stopped after it had sent the method.";
                default -> "";
            };
            String answer = outcome == DeviceOutcome.SUCCEEDED ? "{\"status\":200,\"payload\":{\"stopped\":true}}" : "";
            boolean asked = outcome != DeviceOutcome.PENDING && outcome != DeviceOutcome.CANCELLED;
            String id = i == 0 && outcome == DeviceOutcome.FAILED
                    ? "northern-works-hall-B-line-4-hydraulic-press-with-a-very-long-name-0417"
                    : "press-" + outcome.name().charAt(0) + (1000 + i);
            devices.add(new JobDeviceView(
                    id, outcome, asked ? 1 : 0, Optional.of(CREATED), Optional.of(CREATED), answer, error));
        }
    }

    @Override
    public List<JobSeries> series() {
        answers();
        return List.copyOf(series);
    }

    @Override
    public JobSeries repeat(NewSeries asked) {
        answers();
        Instant first = asked.job().timing().startAt().orElse(CREATED);
        var made = new JobSeries(asked.job(), asked.rule(), first, Optional.of(first), 0, Optional.empty());
        series.add(made);
        return made;
    }

    @Override
    public void end(String name) {
        answers();
        series.removeIf(one -> one.name().equals(name));
    }

    private JobView find(String id) {
        return jobs.stream().filter(job -> job.id().equals(id)).findFirst().orElseThrow();
    }

    private static NewJob asNew(JobView job, String id) {
        return new NewJob(id, job.work(), job.condition(), job.timing());
    }

    private void answers() {
        refusal.ifPresent(why -> {
            throw new ProblemException(why);
        });
    }
}
