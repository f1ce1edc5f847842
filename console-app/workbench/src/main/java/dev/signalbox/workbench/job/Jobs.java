// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.job;

import dev.signalbox.operator.job.JobDevicePage;
import dev.signalbox.operator.job.JobPage;
import dev.signalbox.operator.job.JobSeries;
import dev.signalbox.operator.job.JobView;
import dev.signalbox.operator.job.NewJob;
import dev.signalbox.operator.job.NewSeries;
import dev.signalbox.operator.job.RerunJob;
import java.util.List;

/// Jobs over the fleet. All calls ask the hub and wait for it; what goes wrong is a ProblemException.
public interface Jobs {
    /// Newest first.
    ///
    /// @param before what came with the page before; 0 for the first
    JobPage page(long before);

    JobView make(NewJob job);

    JobView cancel(String id);

    /// Makes a new job of those devices that failed.
    JobView rerun(String id, RerunJob asked);

    /// How the devices fare, by id.
    ///
    /// @param failedOnly only those that failed, or of which nobody knows
    /// @param after what came with the page before; empty for the first
    JobDevicePage devices(String id, boolean failedOnly, String after);

    List<JobSeries> series();

    JobSeries repeat(NewSeries series);

    /// No further occurrence is made; those that were go on.
    void end(String series);
}
