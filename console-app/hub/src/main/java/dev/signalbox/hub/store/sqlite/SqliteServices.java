// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.ServiceRecords;
import dev.signalbox.operator.service.PropertyDefinition;
import dev.signalbox.operator.service.ServiceDraft;
import dev.signalbox.operator.service.ServiceState;
import dev.signalbox.operator.service.ServiceSummary;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.release.Language;
import dev.signalbox.protocol.release.ServiceVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

record SqliteServices(Handle handle) implements ServiceRecords {
    @Override
    public Optional<ServiceDraft> find(String name, ServiceVersion version) {
        return handle.createQuery("SELECT * FROM service WHERE name = ? AND major = ? AND minor = ?")
                .bind(0, name)
                .bind(1, version.major())
                .bind(2, version.minor())
                .map(SqliteServices::draft)
                .findOne();
    }

    @Override
    public List<ServiceSummary> summaries() {
        Map<String, ServiceSummary> byName = new LinkedHashMap<>();
        handle.createQuery("SELECT name, major, minor, language, state, description, changed_at, changed_by, release"
                        + " FROM service ORDER BY name, major DESC, minor DESC")
                .map(SqliteServices::oneVersion)
                .forEach(next -> byName.merge(next.name(), next, SqliteServices::joined));
        return List.copyOf(byName.values());
    }

    @Override
    public void put(ServiceDraft draft, String changedBy, Instant changedAt) {
        handle.execute(
                "INSERT INTO service (name, major, minor, language, state, description, properties, packages, source, etag,"
                        + " changed_at, changed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (name, major, minor) DO UPDATE SET language = excluded.language,"
                        + " state = excluded.state, description = excluded.description,"
                        + " properties = excluded.properties, packages = excluded.packages, source = excluded.source, etag = excluded.etag,"
                        + " changed_at = excluded.changed_at, changed_by = excluded.changed_by",
                draft.name(),
                draft.version().major(),
                draft.version().minor(),
                draft.language().name(),
                draft.state().name(),
                draft.description(),
                Json.writeText(draft.properties()),
                Json.writeText(draft.packages()),
                draft.source(),
                draft.etag(),
                changedAt.toString(),
                changedBy);
    }

    @Override
    public void delete(String name, ServiceVersion version) {
        handle.execute(
                "DELETE FROM service WHERE name = ? AND major = ? AND minor = ?",
                name,
                version.major(),
                version.minor());
    }

    @Override
    public void freeze(String name, ServiceVersion version, long release) {
        handle.execute(
                "UPDATE service SET state = 'RELEASED', release = ?"
                        + " WHERE name = ? AND major = ? AND minor = ? AND state <> 'RELEASED'",
                release,
                name,
                version.major(),
                version.minor());
    }

    private static ServiceDraft draft(ResultSet row, StatementContext context) throws SQLException {
        return new ServiceDraft(
                row.getString("name"),
                new ServiceVersion(row.getInt("major"), row.getInt("minor")),
                Language.valueOf(row.getString("language")),
                ServiceState.valueOf(row.getString("state")),
                row.getString("description"),
                List.of(Json.read(row.getString("properties"), PropertyDefinition[].class)),
                List.of(Json.read(row.getString("packages"), String[].class)),
                row.getString("source"),
                row.getString("etag"));
    }

    private static ServiceSummary oneVersion(ResultSet row, StatementContext context) throws SQLException {
        var version = new ServiceSummary.Version(
                new ServiceVersion(row.getInt("major"), row.getInt("minor")),
                ServiceState.valueOf(row.getString("state")),
                Instant.parse(row.getString("changed_at")),
                row.getString("changed_by"),
                row.getLong("release"));
        return new ServiceSummary(
                row.getString("name"),
                Language.valueOf(row.getString("language")),
                row.getString("description"),
                List.of(version));
    }

    private static ServiceSummary joined(ServiceSummary newer, ServiceSummary older) {
        var versions = new ArrayList<>(newer.versions());
        versions.addAll(older.versions());
        return new ServiceSummary(newer.name(), newer.language(), newer.description(), versions);
    }
}
