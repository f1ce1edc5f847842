// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.JobDeviceState;
import dev.signalbox.hub.store.JobState;
import dev.signalbox.hub.store.StoredJob;
import dev.signalbox.hub.store.StoredJobDevice;
import dev.signalbox.protocol.identity.DeviceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Reads jobs out of rows.
final class JobRows {
    private JobRows() {}

    static StoredJob job(ResultSet row, StatementContext context) throws SQLException {
        var order = new StoredJob.Order(
                row.getString("id"),
                row.getString("type"),
                row.getString("condition"),
                row.getString("action"),
                Instant.parse(row.getString("start_at")),
                Duration.ofSeconds(row.getLong("window_seconds")),
                manner(row));
        return new StoredJob(
                row.getLong("number"),
                order,
                Instant.parse(row.getString("created_at")),
                JobState.valueOf(row.getString("state")),
                time(row, "started_at"),
                time(row, "ended_at"),
                row.getString("reason"));
    }

    private static StoredJob.Manner manner(ResultSet row) throws SQLException {
        return new StoredJob.Manner(
                row.getInt("per_second"),
                row.getInt("attempts"),
                row.getBoolean("strict"),
                new StoredJob.Rerun(row.getString("rerun_of"), row.getBoolean("unknown_too")),
                row.getString("series"));
    }

    static StoredJobDevice device(ResultSet row, StatementContext context) throws SQLException {
        return new StoredJobDevice(
                row.getString("job"),
                new DeviceId(row.getString("device")),
                JobDeviceState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Instant.parse(row.getString("created_at")),
                time(row, "started_at"),
                time(row, "ended_at"),
                row.getString("answer"),
                row.getString("error_code"),
                row.getString("error_text"));
    }

    static @Nullable String text(Optional<Instant> time) {
        return time.map(Instant::toString).orElse(null);
    }

    private static Optional<Instant> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(Instant::parse);
    }
}
