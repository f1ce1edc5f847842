// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store;

import dev.signalbox.operator.job.JobSeries;
import java.util.List;
import java.util.Optional;

/// Jobs that are made again and again.
public interface JobSeriesRecords {
    Optional<JobSeries> find(String name);

    /// By name.
    List<JobSeries> all();

    /// Adds or replaces.
    void put(JobSeries series);

    void delete(String name);
}
