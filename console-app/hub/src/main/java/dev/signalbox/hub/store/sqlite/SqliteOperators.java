// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.OperatorRecords;
import dev.signalbox.hub.store.StoredBearer;
import dev.signalbox.hub.store.StoredOperator;
import dev.signalbox.operator.operator.OperatorKind;
import dev.signalbox.operator.operator.Role;
import dev.signalbox.protocol.trust.Digest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

record SqliteOperators(Handle handle) implements OperatorRecords {
    @Override
    public List<StoredOperator> all() {
        return handle.createQuery("SELECT * FROM operator ORDER BY name")
                .map((row, context) -> operator(row))
                .list();
    }

    private static StoredOperator operator(ResultSet row) throws SQLException {
        return new StoredOperator(
                row.getString("name"),
                OperatorKind.valueOf(row.getString("kind")),
                Role.valueOf(row.getString("role")),
                Instant.parse(row.getString("made_at")),
                row.getString("made_by"),
                row.getBoolean("suspended"),
                new StoredOperator.Pass(
                        Optional.ofNullable(row.getString("password")),
                        Optional.ofNullable(row.getString("invitation")).map(Digest::new),
                        Optional.ofNullable(row.getString("ends_at")).map(Instant::parse)),
                Optional.ofNullable(row.getString("public_key")));
    }

    @Override
    public void put(StoredOperator operator) {
        handle.execute(
                "INSERT OR REPLACE INTO operator (name, kind, role, made_at, made_by, suspended, password, invitation,"
                        + " ends_at, public_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                operator.name(),
                operator.kind().name(),
                operator.role().name(),
                operator.made().toString(),
                operator.madeBy(),
                operator.suspended(),
                operator.pass().password().orElse(null),
                operator.pass().invitation().map(Digest::value).orElse(null),
                operator.pass().ends().map(Instant::toString).orElse(null),
                operator.publicKey().orElse(null));
    }

    @Override
    public void delete(String name) {
        deleteBearers(name);
        handle.execute("DELETE FROM operator WHERE name = ?", name);
    }

    @Override
    public List<StoredBearer> bearers() {
        return handle.createQuery("SELECT digest, name, used_at FROM bearer")
                .map((row, context) -> new StoredBearer(
                        new Digest(row.getString("digest")),
                        row.getString("name"),
                        Instant.parse(row.getString("used_at"))))
                .list();
    }

    @Override
    public void addBearer(StoredBearer bearer) {
        handle.execute(
                "INSERT INTO bearer (digest, name, used_at) VALUES (?, ?, ?)",
                bearer.digest().value(),
                bearer.name(),
                bearer.used().toString());
    }

    @Override
    public void useBearer(Digest bearer, Instant at) {
        handle.execute("UPDATE bearer SET used_at = ? WHERE digest = ?", at.toString(), bearer.value());
    }

    @Override
    public void deleteBearer(Digest bearer) {
        handle.execute("DELETE FROM bearer WHERE digest = ?", bearer.value());
    }

    @Override
    public void deleteBearers(String name) {
        handle.execute("DELETE FROM bearer WHERE name = ?", name);
    }
}
