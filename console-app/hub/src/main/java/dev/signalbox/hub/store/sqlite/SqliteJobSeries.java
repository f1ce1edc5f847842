// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.JobSeriesRecords;
import dev.signalbox.operator.job.JobSeries;
import dev.signalbox.protocol.codec.Json;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

record SqliteJobSeries(Handle handle) implements JobSeriesRecords {
    @Override
    public Optional<JobSeries> find(String name) {
        return handle.createQuery("SELECT series FROM job_series WHERE name = ?")
                .bind(0, name)
                .mapTo(String.class)
                .findOne()
                .map(json -> Json.read(json, JobSeries.class));
    }

    @Override
    public List<JobSeries> all() {
        return handle.createQuery("SELECT series FROM job_series ORDER BY name").mapTo(String.class).stream()
                .map(json -> Json.read(json, JobSeries.class))
                .toList();
    }

    @Override
    public void put(JobSeries series) {
        handle.execute(
                "INSERT OR REPLACE INTO job_series (name, series) VALUES (?, ?)",
                series.name(),
                Json.writeText(series));
    }

    @Override
    public void delete(String name) {
        handle.execute("DELETE FROM job_series WHERE name = ?", name);
    }
}
