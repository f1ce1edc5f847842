// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.JobDeviceState;
import dev.signalbox.hub.store.JobRecords;
import dev.signalbox.hub.store.JobState;
import dev.signalbox.hub.store.StoredJob;
import dev.signalbox.hub.store.StoredJobDevice;
import dev.signalbox.protocol.identity.DeviceId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

record SqliteJobs(Handle handle) implements JobRecords {
    private static final String SELECT = "SELECT * FROM job WHERE ";
    private static final String SELECT_DEVICES = "SELECT * FROM job_device WHERE ";

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
                        + " per_second, attempts, strict, rerun_of, series)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?, ?, ?)",
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
                order.manner().rerunOf(),
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
    public void deleteEndedBefore(Instant time) {
        handle.execute("DELETE FROM job WHERE ended_at < ?", time.toString());
    }

    @Override
    public Optional<StoredJobDevice> device(String job, DeviceId device) {
        return handle.createQuery(SELECT_DEVICES + "job = ? AND device = ?")
                .bind(0, job)
                .bind(1, device.value())
                .map(JobRows::device)
                .findOne();
    }

    @Override
    public void putDevice(StoredJobDevice device) {
        handle.execute(
                "INSERT OR REPLACE INTO job_device (job, device, state, created_at, started_at, ended_at, answer,"
                        + " error_code, error_text, attempts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
    public List<StoredJobDevice> inState(JobDeviceState state) {
        return handle.createQuery(SELECT_DEVICES + "state = ?")
                .bind(0, state.name())
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
    public void endPending(String job, JobDeviceState how, Instant at, String errorCode, String errorText) {
        handle.execute(
                "UPDATE job_device SET state = ?, ended_at = ?, error_code = ?, error_text = ?"
                        + " WHERE state = ? AND job = ?",
                JobDeviceState.PENDING.moveTo(how).name(),
                at.toString(),
                errorCode,
                errorText,
                JobDeviceState.PENDING.name(),
                job);
    }

    @Override
    public void deleteDevices(String job) {
        handle.execute("DELETE FROM job_device WHERE job = ?", job);
    }

    @Override
    public List<StoredJobDevice> devices(String job, String after, int most) {
        return handle.createQuery(SELECT_DEVICES + "job = ? AND device > ? ORDER BY device LIMIT ?")
                .bind(0, job)
                .bind(1, after)
                .bind(2, most)
                .map(JobRows::device)
                .list();
    }

    @Override
    public List<StoredJobDevice> devices(String job, JobDeviceState state, String after, int most) {
        return handle.createQuery(SELECT_DEVICES + "state = ? AND job = ? AND device > ? ORDER BY device LIMIT ?")
                .bind(0, state.name())
                .bind(1, job)
                .bind(2, after)
                .bind(3, most)
                .map(JobRows::device)
                .list();
    }

    @Override
    public long failedWith(String job, String errorCode) {
        return handle.createQuery(
                        "SELECT count(*) FROM job_device WHERE state = 'FAILED' AND job = ? AND error_code = ?")
                .bind(0, job)
                .bind(1, errorCode)
                .mapTo(Long.class)
                .one();
    }

    @Override
    public Map<JobDeviceState, Long> tally(String job) {
        Map<JobDeviceState, Long> tally = new EnumMap<>(JobDeviceState.class);
        handle.createQuery("SELECT state, count(*) AS number FROM job_device WHERE job = ? GROUP BY state")
                .bind(0, job)
                .map((row, context) -> Map.entry(JobDeviceState.valueOf(row.getString("state")), row.getLong("number")))
                .forEach(entry -> tally.put(entry.getKey(), entry.getValue()));
        return tally;
    }
}
