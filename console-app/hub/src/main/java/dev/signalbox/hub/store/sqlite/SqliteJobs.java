// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.JobRecords;
import dev.signalbox.hub.store.JobState;
import dev.signalbox.hub.store.StoredJob;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

record SqliteJobs(Handle handle) implements JobRecords {
    private static final String SELECT = "SELECT * FROM job WHERE ";

    @Override
    public Optional<StoredJob> find(String id) {
        return handle.createQuery(SELECT + "id = ?")
                .bind(0, id)
                .map(JobRows::job)
                .findOne();
    }

    @Override
    public List<StoredJob> open() {
        return handle.createQuery(SELECT + "ended_at IS NULL ORDER BY number")
                .map(JobRows::job)
                .list();
    }

    @Override
    public List<StoredJob> after(long number, int most) {
        return handle.createQuery(SELECT + "number > ? ORDER BY number LIMIT ?")
                .bind(0, number)
                .bind(1, most)
                .map(JobRows::job)
                .list();
    }

    @Override
    public List<StoredJob> before(long number, int most) {
        return handle.createQuery(SELECT + "number < ? ORDER BY number DESC LIMIT ?")
                .bind(0, number)
                .bind(1, most)
                .map(JobRows::job)
                .list();
    }

    @Override
    public void add(StoredJob.Order order, Instant createdAt, JobState state) {
        handle.execute(
                "INSERT INTO job (id, type, condition, action, created_at, start_at, window_seconds, state, reason,"
                        + " per_second, attempts, strict, rerun_of, unknown_too, series)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?, ?, ?, ?)",
                order.id(),
                order.type(),
                order.condition(),
                order.action(),
                createdAt.toString(),
                order.startAt().toString(),
                order.window().toSeconds(),
                state.name(),
                order.manner().perSecond(),
                order.manner().attempts(),
                order.manner().strict(),
                order.manner().rerun().of(),
                order.manner().rerun().unknownToo(),
                order.manner().series());
    }

    @Override
    public void put(StoredJob job) {
        handle.execute(
                "UPDATE job SET state = ?, started_at = ?, ended_at = ?, reason = ? WHERE id = ?",
                job.state().name(),
                JobRows.text(job.startedAt()),
                JobRows.text(job.endedAt()),
                job.reason(),
                job.id());
    }

    @Override
    public Optional<String> endedBefore(Instant time) {
        return handle.createQuery("SELECT id FROM job WHERE ended_at < ? ORDER BY ended_at LIMIT 1")
                .bind(0, time.toString())
                .mapTo(String.class)
                .findOne();
    }

    @Override
    public void delete(String id) {
        handle.execute("DELETE FROM job WHERE id = ?", id);
    }
}
