// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.RegistrationRecords;
import dev.signalbox.hub.store.StoredModule;
import dev.signalbox.hub.store.StoredRegistration;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

record SqliteRegistrations(Handle handle, LeafUpkeep upkeep) implements RegistrationRecords {
    private static final String MODULES =
            "SELECT * FROM module JOIN registration ON registration.device = module.device AND module = id";

    @Override
    public Optional<StoredRegistration> find(DeviceId device) {
        return handle.createQuery("SELECT * FROM registration WHERE device = ? AND module = ''")
                .bind(0, device.value())
                .map((row, context) -> registration(row))
                .findOne();
    }

    @Override
    public void put(DeviceId device, StoredRegistration registration) {
        put(device, "", registration);
    }

    @Override
    public long disabled() {
        return handle.createQuery("SELECT count(*) FROM registration WHERE module = '' AND enabled = 0")
                .mapTo(Long.class)
                .one();
    }

    @Override
    public Map<String, StoredModule> modules(DeviceId device) {
        Map<String, StoredModule> modules = new LinkedHashMap<>();
        handle.createQuery(MODULES + " WHERE module.device = ? ORDER BY id")
                .bind(0, device.value())
                .map(SqliteRegistrations::moduleOf)
                .forEach(module -> modules.put(module.id(), module));
        return modules;
    }

    @Override
    public Optional<StoredModule> module(DeviceId device, String id) {
        return handle.createQuery(MODULES + " WHERE module.device = ? AND id = ?")
                .bind(0, device.value())
                .bind(1, id)
                .map(SqliteRegistrations::moduleOf)
                .findOne();
    }

    @Override
    public void putModule(DeviceId device, StoredModule module) {
        handle.execute(
                "INSERT INTO module (device, id, primary_key, secondary_key, managed_by) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (device, id) DO UPDATE SET primary_key = excluded.primary_key,"
                        + " secondary_key = excluded.secondary_key, managed_by = excluded.managed_by",
                device.value(),
                module.id(),
                module.primaryKey(),
                module.secondaryKey(),
                module.managedBy());
        put(device, module.id(), module.registration());
    }

    @Override
    public void deleteModule(DeviceId device, String id) {
        handle.execute("DELETE FROM module WHERE device = ? AND id = ?", device.value(), id);
        handle.execute("DELETE FROM registration WHERE device = ? AND module = ?", device.value(), id);
        upkeep.changed(new ClientId(device, Optional.of(id)));
    }

    private void put(DeviceId device, String module, StoredRegistration of) {
        handle.execute(
                "INSERT OR REPLACE INTO registration (device, module, generation, etag, enabled, status_reason,"
                        + " status_changed_at, authentication, primary_thumbprint, secondary_thumbprint, edge)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                device.value(),
                module,
                of.generation(),
                of.etag(),
                of.enabled(),
                of.statusReason(),
                of.statusChangedAt().map(Instant::toString).orElse(null),
                of.proof().type(),
                of.proof().primaryThumbprint(),
                of.proof().secondaryThumbprint(),
                of.edge());
        upkeep.changed(new ClientId(device, Optional.of(module).filter(id -> !id.isEmpty())));
    }

    static StoredRegistration registration(ResultSet row) throws SQLException {
        return new StoredRegistration(
                row.getString("generation"),
                row.getString("etag"),
                row.getBoolean("enabled"),
                row.getString("status_reason"),
                Optional.ofNullable(row.getString("status_changed_at")).map(Instant::parse),
                new StoredRegistration.Proof(
                        row.getString("authentication"),
                        row.getString("primary_thumbprint"),
                        row.getString("secondary_thumbprint")),
                row.getBoolean("edge"));
    }

    private static StoredModule moduleOf(ResultSet row, StatementContext context) throws SQLException {
        return new StoredModule(
                row.getString("id"),
                row.getString("primary_key"),
                row.getString("secondary_key"),
                row.getString("managed_by"),
                registration(row));
    }
}
