// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.ConsumerTokenRecords;
import dev.signalbox.hub.store.StoredConsumerToken;
import dev.signalbox.protocol.trust.Digest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

record SqliteConsumerTokens(Handle handle) implements ConsumerTokenRecords {
    @Override
    public List<StoredConsumerToken> all() {
        return handle.createQuery("SELECT * FROM consumer_token ORDER BY name")
                .map((row, context) -> token(row))
                .list();
    }

    private static StoredConsumerToken token(ResultSet row) throws SQLException {
        return new StoredConsumerToken(
                new Digest(row.getString("digest")),
                row.getString("name"),
                channels(row.getString("channels")),
                Instant.parse(row.getString("made_at")),
                row.getString("made_by"),
                time(row.getString("expires_at")),
                time(row.getString("used_at")));
    }

    private static List<Long> channels(String text) {
        return Arrays.stream(text.split(","))
                .filter(number -> !number.isEmpty())
                .map(Long::valueOf)
                .toList();
    }

    private static Optional<Instant> time(@Nullable String text) {
        return Optional.ofNullable(text).map(Instant::parse);
    }

    @Override
    public void add(StoredConsumerToken token) {
        handle.execute(
                "INSERT INTO consumer_token (digest, name, channels, made_at, made_by, expires_at, used_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                token.digest().value(),
                token.name(),
                token.channels().stream().map(String::valueOf).collect(Collectors.joining(",")),
                token.made().toString(),
                token.madeBy(),
                token.expires().map(Instant::toString).orElse(null),
                token.used().map(Instant::toString).orElse(null));
    }

    @Override
    public void delete(String name) {
        handle.execute("DELETE FROM consumer_token WHERE name = ?", name);
    }

    @Override
    public void use(Digest token, Instant at) {
        handle.execute("UPDATE consumer_token SET used_at = ? WHERE digest = ?", at.toString(), token.value());
    }

    @Override
    public Map<Long, Long> marks(Digest token) {
        var marks = new TreeMap<Long, Long>();
        handle.createQuery("SELECT channel, key FROM consumer_mark WHERE token = ?")
                .bind(0, token.value())
                .map((row, context) -> Map.entry(row.getLong("channel"), row.getLong("key")))
                .forEach(mark -> marks.put(mark.getKey(), mark.getValue()));
        return marks;
    }

    @Override
    public void raise(Digest token, long channel, long key) {
        handle.execute(
                "INSERT INTO consumer_mark (token, channel, key) SELECT digest, ?, ? FROM consumer_token"
                        + " WHERE digest = ? ON CONFLICT (token, channel) DO UPDATE SET key = max(key, excluded.key)",
                channel,
                key,
                token.value());
    }

    @Override
    public void forget(Digest token, long channel, long mark) {
        handle.execute(
                "DELETE FROM consumer_mark WHERE token = ? AND channel = ? AND key = ?", token.value(), channel, mark);
    }
}
