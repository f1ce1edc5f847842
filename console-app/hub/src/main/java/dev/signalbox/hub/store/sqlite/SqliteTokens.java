// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.StoredToken;
import dev.signalbox.hub.store.Times;
import dev.signalbox.hub.store.TokenRecords;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.trust.Digest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

record SqliteTokens(Handle handle) implements TokenRecords {
    @Override
    public List<StoredToken> all() {
        return handle.createQuery("SELECT * FROM provisioning_token ORDER BY name, made_at")
                .map(SqliteTokens::token)
                .list();
    }

    @Override
    public Optional<StoredToken> find(String id) {
        return handle.createQuery("SELECT * FROM provisioning_token WHERE id = ?")
                .bind(0, id)
                .map(SqliteTokens::token)
                .findOne();
    }

    @Override
    public Optional<StoredToken> byDigest(Digest digest) {
        return handle.createQuery("SELECT * FROM provisioning_token WHERE digest = ?")
                .bind(0, digest.value())
                .map(SqliteTokens::token)
                .findOne();
    }

    @Override
    public long count() {
        return handle.createQuery("SELECT count(*) FROM provisioning_token")
                .mapTo(Long.class)
                .one();
    }

    @Override
    public void put(StoredToken token) {
        handle.execute(
                "INSERT INTO provisioning_token (id, digest, name, device, single_use, replaces, tags, made_at, made_by,"
                        + " expires_at, revoked_at, used_at, uses) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (id) DO UPDATE SET revoked_at = excluded.revoked_at,"
                        + " used_at = excluded.used_at, uses = excluded.uses",
                token.id(),
                token.digest().value(),
                token.name(),
                token.device().map(DeviceId::value).orElse(null),
                token.singleUse(),
                token.replaces(),
                Json.writeText(token.tags()),
                Times.text(token.life().made()),
                token.life().madeBy(),
                token.life().expires().map(Times::text).orElse(null),
                token.life().revoked().map(Times::text).orElse(null),
                token.use().last().map(Times::text).orElse(null),
                token.use().count());
    }

    @Override
    public Map<String, List<DeviceId>> preApproved() {
        Map<String, List<DeviceId>> found = new HashMap<>();
        handle.createQuery("SELECT token, device FROM pre_approval WHERE used_at IS NULL ORDER BY token, device")
                .map((row, context) -> Map.entry(row.getString("token"), new DeviceId(row.getString("device"))))
                .forEach(one -> found.computeIfAbsent(one.getKey(), _ -> new ArrayList<>())
                        .add(one.getValue()));
        return found;
    }

    @Override
    public List<DeviceId> preApproved(String token) {
        return handle.createQuery("SELECT device FROM pre_approval WHERE token = ? AND used_at IS NULL ORDER BY device")
                .bind(0, token)
                .map((row, context) -> new DeviceId(row.getString("device")))
                .list();
    }

    @Override
    public void preApprove(String token, DeviceId device) {
        handle.execute(
                "INSERT INTO pre_approval (token, device) VALUES (?, ?)"
                        + " ON CONFLICT (token, device) DO UPDATE SET used_at = NULL",
                token,
                device.value());
    }

    @Override
    public void withdraw(String token, DeviceId device) {
        handle.execute(
                "DELETE FROM pre_approval WHERE token = ? AND device = ? AND used_at IS NULL", token, device.value());
    }

    @Override
    public void use(String token, DeviceId device, Instant at) {
        handle.execute(
                "UPDATE pre_approval SET used_at = ? WHERE token = ? AND device = ? AND used_at IS NULL",
                Times.text(at),
                token,
                device.value());
    }

    @Override
    public void forget(Instant before) {
        String end = Times.text(before);
        handle.execute(
                "DELETE FROM provisioning_token"
                        + " WHERE (revoked_at < ? OR expires_at < ? OR (single_use AND used_at < ?))"
                        + " AND NOT EXISTS (SELECT 1 FROM registration_token WHERE token = provisioning_token.id)"
                        + " AND NOT EXISTS (SELECT 1 FROM operation WHERE token = provisioning_token.id)",
                end,
                end,
                end);
    }

    private static StoredToken token(ResultSet row, StatementContext context) throws SQLException {
        return new StoredToken(
                row.getString("id"),
                new Digest(row.getString("digest")),
                row.getString("name"),
                Optional.ofNullable(row.getString("device")).map(DeviceId::new),
                row.getBoolean("single_use"),
                row.getBoolean("replaces"),
                tags(row.getString("tags")),
                new StoredToken.Life(
                        Instant.parse(row.getString("made_at")),
                        row.getString("made_by"),
                        Optional.ofNullable(row.getString("expires_at")).map(Instant::parse),
                        Optional.ofNullable(row.getString("revoked_at")).map(Instant::parse)),
                new StoredToken.Use(
                        row.getLong("uses"),
                        Optional.ofNullable(row.getString("used_at")).map(Instant::parse)));
    }

    private static Map<String, String> tags(String json) {
        Map<String, String> tags = new HashMap<>();
        Json.readTree(json.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .properties()
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue().stringValue()));
        return tags;
    }
}
