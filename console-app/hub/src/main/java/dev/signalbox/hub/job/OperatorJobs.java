// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.job;

import dev.signalbox.hub.store.JobDeviceState;
import dev.signalbox.hub.store.StoredJob;
import dev.signalbox.hub.store.StoredJobDevice;
import dev.signalbox.operator.job.DeviceOutcome;
import dev.signalbox.operator.job.JobDevicePage;
import dev.signalbox.operator.job.JobPage;
import dev.signalbox.operator.job.JobSeries;
import dev.signalbox.operator.job.JobView;
import dev.signalbox.operator.job.NewJob;
import dev.signalbox.operator.job.NewSeries;
import dev.signalbox.operator.job.RerunJob;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Jobs as operators make and watch them. What goes wrong is a ProblemException.
public final class OperatorJobs {
    private static final int PAGE = 100;
    private static final int DEVICES = 500;

    private final Jobs jobs;

    public OperatorJobs(Jobs jobs) {
        this.jobs = jobs;
    }

    /// The newest hundred before a number.
    public JobPage page(long before) {
        return jobs.read(records -> {
            List<StoredJob> found = records.jobs().before(before, PAGE + 1);
            List<StoredJob> page = found.subList(0, Math.min(PAGE, found.size()));
            return new JobPage(
                    page.stream()
                            .map(job -> JobViews.of(job, records.jobDevices().tally(job.id())))
                            .toList(),
                    found.size() > PAGE ? page.getLast().number() : 0);
        });
    }

    public JobView get(String id) {
        return jobs.read(records ->
                JobViews.of(JobBook.need(records, id), records.jobDevices().tally(id)));
    }

    public JobView make(NewJob asked) {
        Instant now = jobs.now();
        StoredJob.Order order = OrderReader.read(asked, now);
        return jobs.change(records -> {
            StoredJob job = JobBook.add(records, order, now);
            return JobViews.of(job, records.jobDevices().tally(job.id()));
        });
    }

    public JobView cancel(String id) {
        jobs.cancel(id);
        return get(id);
    }

    /// A new job for those that failed.
    public JobView rerun(String id, RerunJob asked) {
        Instant now = jobs.now();
        OrderReader.checkId(asked.id());
        return jobs.change(records -> {
            StoredJob failed = JobBook.need(records, id);
            StoredJob job = JobBook.rerun(records, failed, asked.id(), asked.unknownToo(), now);
            return JobViews.of(job, records.jobDevices().tally(job.id()));
        });
    }

    /// How the devices fare, by id.
    ///
    /// @param outcome only these; FAILED and UNKNOWN are one here
    /// @param after a device id, empty for the first ones
    public JobDevicePage devices(String id, Optional<DeviceOutcome> outcome, String after) {
        return jobs.read(records -> {
            JobBook.need(records, id);
            List<StoredJobDevice> found = outcome.map(
                            wanted -> records.jobDevices().after(id, state(wanted), after, DEVICES + 1))
                    .orElseGet(() -> records.jobDevices().after(id, after, DEVICES + 1));
            List<StoredJobDevice> page = found.subList(0, Math.min(DEVICES, found.size()));
            return new JobDevicePage(
                    page.stream().map(JobViews::of).toList(),
                    found.size() > DEVICES ? page.getLast().device().value() : "");
        });
    }

    public List<JobSeries> series() {
        return jobs.recurring().list();
    }

    public JobSeries repeat(NewSeries asked) {
        JobSeries series = jobs.recurring().make(asked);
        jobs.look();
        return series;
    }

    /// No further occurrence is made; those that were go on.
    public void end(String name) {
        jobs.recurring().end(name);
        jobs.look();
    }

    private static JobDeviceState state(DeviceOutcome outcome) {
        return outcome == DeviceOutcome.UNKNOWN ? JobDeviceState.FAILED : JobDeviceState.valueOf(outcome.name());
    }
}
