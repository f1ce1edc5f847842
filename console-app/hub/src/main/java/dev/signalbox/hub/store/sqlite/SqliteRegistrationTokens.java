// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.RegistrationTokenRecords;
import dev.signalbox.hub.store.StoredRegistrationToken;
import dev.signalbox.hub.store.Times;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.trust.Digest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

record SqliteRegistrationTokens(Handle handle) implements RegistrationTokenRecords {
    @Override
    public Optional<StoredRegistrationToken> find(Digest digest) {
        return one("digest", digest);
    }

    @Override
    public Optional<StoredRegistrationToken> childOf(Digest parent) {
        return one("parent", parent);
    }

    @Override
    public void put(StoredRegistrationToken token) {
        handle.execute(
                "INSERT OR REPLACE INTO registration_token (digest, device, token, parent, made_at, expires_at,"
                        + " ends_at, used_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                token.digest().value(),
                token.device().value(),
                token.token(),
                token.parent().map(Digest::value).orElse(null),
                Times.text(token.made()),
                Times.text(token.expires()),
                Times.text(token.ends()),
                token.used().map(Times::text).orElse(null));
    }

    @Override
    public void delete(Digest digest) {
        handle.execute("DELETE FROM registration_token WHERE digest = ?", digest.value());
    }

    @Override
    public void deleteOf(DeviceId device) {
        handle.execute("DELETE FROM registration_token WHERE device = ?", device.value());
    }

    @Override
    public void forget(Instant before) {
        handle.execute("DELETE FROM registration_token WHERE expires_at < ?", Times.text(before));
    }

    private Optional<StoredRegistrationToken> one(String column, Digest digest) {
        return handle.createQuery("SELECT * FROM registration_token WHERE " + column + " = ?")
                .bind(0, digest.value())
                .map(SqliteRegistrationTokens::token)
                .findOne();
    }

    private static StoredRegistrationToken token(ResultSet row, StatementContext context) throws SQLException {
        return new StoredRegistrationToken(
                new Digest(row.getString("digest")),
                new DeviceId(row.getString("device")),
                row.getString("token"),
                Optional.ofNullable(row.getString("parent")).map(Digest::new),
                Instant.parse(row.getString("made_at")),
                Instant.parse(row.getString("expires_at")),
                Instant.parse(row.getString("ends_at")),
                Optional.ofNullable(row.getString("used_at")).map(Instant::parse));
    }
}
