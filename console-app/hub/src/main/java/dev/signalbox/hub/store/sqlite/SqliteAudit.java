// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.AuditRecords;
import dev.signalbox.hub.store.StoredAudit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

record SqliteAudit(Handle handle) implements AuditRecords {
    @Override
    public long add(StoredAudit entry) {
        return handle.createQuery("INSERT INTO audit (at, last_at, operator, came_from, deed, status, times)"
                        + " VALUES (:at, :last, :operator, :from, :deed, :status, :times) RETURNING id")
                .bind("at", entry.time().toString())
                .bind("last", entry.last().toString())
                .bind("operator", entry.operator())
                .bind("from", entry.from())
                .bind("deed", entry.deed())
                .bind("status", entry.status())
                .bind("times", entry.times())
                .mapTo(Long.class)
                .one();
    }

    @Override
    public Optional<StoredAudit> find(long id) {
        return handle.createQuery("SELECT * FROM audit WHERE id = ?")
                .bind(0, id)
                .map((row, context) -> entry(row))
                .findOne();
    }

    @Override
    public Optional<StoredAudit> alike(StoredAudit entry) {
        return handle.createQuery("SELECT * FROM audit WHERE operator = ? AND deed = ? AND came_from = ?"
                        + " AND status = ? AND id < ? ORDER BY id DESC LIMIT 1")
                .bind(0, entry.operator())
                .bind(1, entry.deed())
                .bind(2, entry.from())
                .bind(3, entry.status())
                .bind(4, entry.id())
                .map((row, context) -> entry(row))
                .findOne();
    }

    private static StoredAudit entry(ResultSet row) throws SQLException {
        return new StoredAudit(
                row.getLong("id"),
                Instant.parse(row.getString("at")),
                Instant.parse(row.getString("last_at")),
                row.getString("operator"),
                row.getString("came_from"),
                row.getString("deed"),
                row.getInt("status"),
                row.getLong("times"));
    }

    @Override
    public void end(long id, int status) {
        handle.execute("UPDATE audit SET status = ? WHERE id = ?", status, id);
    }

    @Override
    public void fold(StoredAudit entry, StoredAudit into) {
        handle.execute(
                "UPDATE audit SET times = times + ?, last_at = ? WHERE id = ?",
                entry.times(),
                entry.last().toString(),
                into.id());
        handle.execute("DELETE FROM audit WHERE id = ?", entry.id());
    }

    @Override
    public List<StoredAudit> page(long before, String operator, String text, int most) {
        return handle.createQuery("SELECT * FROM audit WHERE id < :before AND (:operator = '' OR operator = :operator)"
                        + " AND (:text = '' OR instr(lower(deed), lower(:text)) > 0) ORDER BY id DESC LIMIT :most")
                .bind("before", before)
                .bind("operator", operator)
                .bind("text", text)
                .bind("most", most)
                .map((row, context) -> entry(row))
                .list();
    }

    @Override
    public void keep(long most) {
        handle.execute(
                "DELETE FROM audit WHERE id IN (SELECT id FROM audit ORDER BY status IN (401, 403) DESC, id"
                        + " LIMIT max(0, (SELECT count(*) FROM audit) - ?))",
                most);
    }
}
