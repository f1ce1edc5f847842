// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.job;

import dev.signalbox.operator.job.JobDevicePage;
import dev.signalbox.operator.job.JobPage;
import dev.signalbox.operator.job.JobSeries;
import dev.signalbox.operator.job.JobView;
import dev.signalbox.operator.job.NewJob;
import dev.signalbox.operator.job.NewSeries;
import dev.signalbox.operator.job.RerunJob;
import dev.signalbox.operator.session.Paths;
import dev.signalbox.workbench.link.HubLink;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;

/// Jobs as the hub keeps them.
public final class HubJobs implements Jobs {
    private final HubLink hub;

    public HubJobs(HubLink hub) {
        this.hub = hub;
    }

    @Override
    public JobPage page(long before) {
        HttpUrl.Builder url = hub.at(Paths.JOBS).newBuilder();
        if (before > 0) {
            url.addQueryParameter("before", Long.toString(before));
        }
        return hub.get(url.build(), JobPage.class);
    }

    @Override
    public JobView make(NewJob job) {
        return hub.post(hub.at(Paths.JOBS), job, JobView.class);
    }

    @Override
    public JobView cancel(String id) {
        return hub.post(hub.at(Paths.JOBS, id, "cancel"), Map.of(), JobView.class);
    }

    @Override
    public JobView rerun(String id, RerunJob asked) {
        return hub.post(hub.at(Paths.JOBS, id, "rerun"), asked, JobView.class);
    }

    @Override
    public JobDevicePage devices(String id, boolean failedOnly, String after) {
        HttpUrl.Builder url = hub.at(Paths.JOBS, id, "devices").newBuilder();
        if (failedOnly) {
            url.addQueryParameter("outcome", "failed");
        }
        if (!after.isEmpty()) {
            url.addQueryParameter("after", after);
        }
        return hub.get(url.build(), JobDevicePage.class);
    }

    @Override
    public List<JobSeries> series() {
        return hub.list(hub.at(Paths.JOB_SERIES), JobSeries[].class);
    }

    @Override
    public JobSeries repeat(NewSeries series) {
        return hub.post(hub.at(Paths.JOB_SERIES), series, JobSeries.class);
    }

    @Override
    public void end(String series) {
        hub.delete(hub.at(Paths.JOB_SERIES, series));
    }
}
