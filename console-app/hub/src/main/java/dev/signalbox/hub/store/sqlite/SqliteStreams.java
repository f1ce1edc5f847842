// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.StreamRecords;
import dev.signalbox.hub.store.Times;
import dev.signalbox.operator.stream.StreamRules;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.stream.StreamName;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

record SqliteStreams(Handle handle) implements StreamRecords {
    @Override
    public List<StoredStream> all() {
        return handle.createQuery("SELECT * FROM stream WHERE deleted_at IS NULL ORDER BY number")
                .map((row, _) -> stream(row))
                .list();
    }

    @Override
    public List<Long> deleted() {
        return handle.createQuery("SELECT number FROM stream WHERE deleted_at IS NOT NULL")
                .mapTo(Long.class)
                .list();
    }

    @Override
    public Optional<StoredStream> find(long number) {
        return handle.createQuery("SELECT * FROM stream WHERE number = ? AND deleted_at IS NULL")
                .bind(0, number)
                .map((row, _) -> stream(row))
                .findOne();
    }

    @Override
    public long add(StreamName name, StreamRules rules, Instant at) {
        return handle.createQuery("INSERT INTO stream (stream_group, name, rules, etag, made_at)"
                        + " VALUES (?, ?, ?, ?, ?) RETURNING number")
                .bind(0, name.group())
                .bind(1, name.stream())
                .bind(2, json(rules))
                .bind(3, rules.etag())
                .bind(4, Times.text(at))
                .mapTo(Long.class)
                .one();
    }

    @Override
    public void setRules(long number, StreamRules rules) {
        handle.execute("UPDATE stream SET rules = ?, etag = ? WHERE number = ?", json(rules), rules.etag(), number);
    }

    @Override
    public void delete(long number, Instant at) {
        handle.execute("UPDATE stream SET deleted_at = ? WHERE number = ?", Times.text(at), number);
    }

    private static String json(StreamRules rules) {
        return new String(Json.write(rules.withEtag("")), StandardCharsets.UTF_8);
    }

    private static StoredStream stream(ResultSet row) throws SQLException {
        StreamRules rules = Json.read(row.getString("rules").getBytes(StandardCharsets.UTF_8), StreamRules.class);
        return new StoredStream(
                row.getLong("number"),
                new StreamName(row.getString("stream_group"), row.getString("name")),
                rules.withEtag(row.getString("etag")));
    }
}
