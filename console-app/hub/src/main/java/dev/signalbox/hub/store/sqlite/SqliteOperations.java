// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.OperationRecords;
import dev.signalbox.hub.store.StoredOperation;
import dev.signalbox.hub.store.Times;
import dev.signalbox.operator.provisioning.OperationState;
import dev.signalbox.protocol.identity.DeviceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

record SqliteOperations(Handle handle) implements OperationRecords {
    private static final int FORGOTTEN_AT_ONCE = 1000;
    private static final String OPEN = "state IN ('WAITING', 'APPROVED')";

    @Override
    public Optional<StoredOperation> find(String id) {
        return handle.createQuery("SELECT * FROM operation WHERE id = ?")
                .bind(0, id)
                .map(SqliteOperations::operation)
                .findOne();
    }

    @Override
    public void put(StoredOperation operation) {
        handle.execute(
                "INSERT OR REPLACE INTO operation (id, token, code, wanted, given, generation, id_form, state,"
                        + " came_from, made_at, expires_at, decided_at, decided_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                operation.id(),
                operation.token(),
                operation.code(),
                operation.subject().wanted().map(DeviceId::value).orElse(null),
                operation.subject().given().map(DeviceId::value).orElse(null),
                operation.subject().generation(),
                operation.idForm(),
                operation.state().name(),
                operation.from(),
                Times.text(operation.made()),
                Times.text(operation.expires()),
                operation.decision().at().map(Times::text).orElse(null),
                operation.decision().by());
    }

    @Override
    public List<StoredOperation> list(Instant decidedSince, int most) {
        return handle.createQuery("SELECT * FROM operation WHERE " + OPEN
                        + " OR decided_at >= ? ORDER BY made_at DESC, id DESC LIMIT ?")
                .bind(0, Times.text(decidedSince))
                .bind(1, most)
                .map(SqliteOperations::operation)
                .list()
                .reversed();
    }

    @Override
    public List<StoredOperation> openOf(String token) {
        return handle.createQuery("SELECT * FROM operation WHERE token = ? AND " + OPEN)
                .bind(0, token)
                .map(SqliteOperations::operation)
                .list();
    }

    @Override
    public List<StoredOperation> of(DeviceId device) {
        return handle.createQuery("SELECT * FROM operation WHERE (wanted = ? AND state = 'WAITING')"
                        + " OR (given = ? AND state IN ('APPROVED', 'COLLECTED'))")
                .bind(0, device.value())
                .bind(1, device.value())
                .map(SqliteOperations::operation)
                .list();
    }

    @Override
    public boolean showsCode(String code) {
        return handle.createQuery("SELECT count(*) FROM operation WHERE state = 'WAITING' AND code = ?")
                        .bind(0, code)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    @Override
    public List<StoredOperation> due(Instant now, int most) {
        return handle.createQuery("SELECT * FROM operation WHERE " + OPEN + " AND expires_at <= ? LIMIT ?")
                .bind(0, Times.text(now))
                .bind(1, most)
                .map(SqliteOperations::operation)
                .list();
    }

    @Override
    public List<String> decided(Instant from, Instant until) {
        return handle.createQuery("SELECT id FROM operation WHERE decided_at >= ? AND decided_at < ? AND NOT " + OPEN)
                .bind(0, Times.text(from))
                .bind(1, Times.text(until))
                .mapTo(String.class)
                .list();
    }

    @Override
    public List<String> forgetEnded(String token, String word, int kept) {
        return handle.createQuery("DELETE FROM operation WHERE id IN (SELECT id FROM operation WHERE token = ?"
                        + " AND state IN ('CANCELLED', 'EXPIRED') AND decided_by IN ('', ?)"
                        + " ORDER BY decided_at DESC, made_at DESC LIMIT ? OFFSET ?) RETURNING id")
                .bind(0, token)
                .bind(1, word)
                .bind(2, FORGOTTEN_AT_ONCE)
                .bind(3, kept)
                .mapTo(String.class)
                .list();
    }

    @Override
    public void forget(Instant before) {
        handle.execute("DELETE FROM operation WHERE decided_at < ? AND NOT " + OPEN, Times.text(before));
    }

    private static StoredOperation operation(ResultSet row, StatementContext context) throws SQLException {
        return new StoredOperation(
                row.getString("id"),
                row.getString("token"),
                row.getString("code"),
                new StoredOperation.Subject(
                        Optional.ofNullable(row.getString("wanted")).map(DeviceId::new),
                        Optional.ofNullable(row.getString("given")).map(DeviceId::new),
                        row.getString("generation")),
                row.getString("id_form"),
                OperationState.valueOf(row.getString("state")),
                row.getString("came_from"),
                Instant.parse(row.getString("made_at")),
                Instant.parse(row.getString("expires_at")),
                new StoredOperation.Decision(
                        Optional.ofNullable(row.getString("decided_at")).map(Instant::parse),
                        row.getString("decided_by")));
    }
}
