// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.JobDeviceRecords;
import dev.signalbox.hub.store.JobDeviceState;
import dev.signalbox.hub.store.StoredJobDevice;
import dev.signalbox.operator.job.JobTally;
import dev.signalbox.protocol.identity.DeviceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Triggers of the layout keep the tally: whatever statement changes a row changes the tally in the same transaction.
/// They see a row that is replaced only by `ON CONFLICT DO UPDATE`, never by `INSERT OR REPLACE`.
record SqliteJobDevices(Handle handle) implements JobDeviceRecords {
    private static final String SELECT = "SELECT * FROM job_device WHERE ";

    @Override
    public Optional<StoredJobDevice> find(String job, DeviceId device) {
        return handle.createQuery(SELECT + "job = ? AND device = ?")
                .bind(0, job)
                .bind(1, device.value())
                .map(JobRows::device)
                .findOne();
    }

    @Override
    public void put(StoredJobDevice device) {
        handle.execute(
                "INSERT INTO job_device (job, device, state, created_at, started_at, ended_at, answer,"
                        + " error_code, error_text, attempts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (job, device) DO UPDATE SET state = excluded.state,"
                        + " created_at = excluded.created_at, started_at = excluded.started_at,"
                        + " ended_at = excluded.ended_at, answer = excluded.answer, error_code = excluded.error_code,"
                        + " error_text = excluded.error_text, attempts = excluded.attempts",
                device.job(),
                device.device().value(),
                device.state().name(),
                device.createdAt().toString(),
                JobRows.text(device.startedAt()),
                JobRows.text(device.endedAt()),
                device.answer(),
                device.errorCode(),
                device.errorText(),
                device.attempts());
    }

    @Override
    public List<StoredJobDevice> after(String job, String after, int most) {
        return handle.createQuery(SELECT + "job = ? AND device > ? ORDER BY device LIMIT ?")
                .bind(0, job)
                .bind(1, after)
                .bind(2, most)
                .map(JobRows::device)
                .list();
    }

    @Override
    public List<StoredJobDevice> after(String job, JobDeviceState state, String after, int most) {
        return handle.createQuery(SELECT + "state = ? AND job = ? AND device > ? ORDER BY device LIMIT ?")
                .bind(0, state.name())
                .bind(1, job)
                .bind(2, after)
                .bind(3, most)
                .map(JobRows::device)
                .list();
    }

    @Override
    public List<StoredJobDevice> inState(JobDeviceState state, int most) {
        return handle.createQuery(SELECT + "state = ? LIMIT ?")
                .bind(0, state.name())
                .bind(1, most)
                .map(JobRows::device)
                .list();
    }

    @Override
    public List<DeviceId> pending(String job, String after, int most) {
        return handle.createQuery("SELECT device FROM job_device WHERE state = ? AND job = ? AND device > ?"
                        + " ORDER BY device LIMIT ?")
                .bind(0, JobDeviceState.PENDING.name())
                .bind(1, job)
                .bind(2, after)
                .bind(3, most)
                .map((row, context) -> new DeviceId(row.getString(1)))
                .list();
    }

    @Override
    public int endPending(String job, Ended ended, int most) {
        return handle.execute(
                "UPDATE job_device SET state = ?, ended_at = ?, error_code = ?, error_text = ? WHERE job = ?"
                        + " AND device IN (SELECT device FROM job_device WHERE state = ? AND job = ? LIMIT ?)",
                JobDeviceState.PENDING.moveTo(ended.how()).name(),
                ended.at().toString(),
                ended.errorCode(),
                ended.errorText(),
                job,
                JobDeviceState.PENDING.name(),
                job,
                most);
    }

    @Override
    public int delete(String job, int most) {
        return handle.execute(
                "DELETE FROM job_device WHERE job = ?"
                        + " AND device IN (SELECT device FROM job_device WHERE job = ? LIMIT ?)",
                job,
                job,
                most);
    }

    @Override
    public JobTally tally(String job) {
        Map<String, Long> devices = new HashMap<>();
        handle.createQuery("SELECT outcome, devices FROM job_tally WHERE job = ?")
                .bind(0, job)
                .map((row, context) -> Map.entry(row.getString("outcome"), row.getLong("devices")))
                .forEach(entry -> devices.put(entry.getKey(), entry.getValue()));
        return new JobTally(
                devices.getOrDefault("SUCCEEDED", 0L),
                devices.getOrDefault("FAILED", 0L),
                devices.getOrDefault("RUNNING", 0L),
                devices.getOrDefault("PENDING", 0L),
                devices.getOrDefault("UNKNOWN", 0L),
                devices.getOrDefault("CANCELLED", 0L));
    }
}
