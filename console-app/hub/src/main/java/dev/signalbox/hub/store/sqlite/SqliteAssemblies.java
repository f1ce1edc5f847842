// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.AssemblyRecords;
import dev.signalbox.hub.store.LogPlace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

record SqliteAssemblies(Handle handle) implements AssemblyRecords {
    @Override
    public Optional<Assembly> open(AssemblyKey key) {
        return handle.createQuery("SELECT * FROM assembly WHERE channel = ? AND device = ? AND batch = ?"
                        + " AND message = ? AND done_key IS NULL")
                .bind(0, key.channel())
                .bind(1, key.device())
                .bind(2, key.batch())
                .bind(3, key.message())
                .map((row, _) -> assembly(row))
                .findOne();
    }

    @Override
    public boolean wasGivenUp(AssemblyKey key) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM assembly WHERE channel = ? AND device = ?"
                        + " AND batch = ? AND message = ? AND done_channel = 0)")
                .bind(0, key.channel())
                .bind(1, key.device())
                .bind(2, key.batch())
                .bind(3, key.message())
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public Assembly begin(AssemblyKey key, long at) {
        return handle.createQuery("INSERT INTO assembly (channel, device, batch, message, begun_at, parts, bytes)"
                        + " VALUES (?, ?, ?, ?, ?, 0, 0) RETURNING *")
                .bind(0, key.channel())
                .bind(1, key.device())
                .bind(2, key.batch())
                .bind(3, key.message())
                .bind(4, at)
                .map((row, _) -> assembly(row))
                .one();
    }

    @Override
    public boolean add(Assembly to, Part part) {
        return handle.execute(
                        "INSERT INTO part (assembly, number, chunk, segment, bytes, length, sum, file)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (assembly, chunk) DO NOTHING",
                        to.id(),
                        to.parts(),
                        part.chunk(),
                        part.at().segment(),
                        part.at().bytes(),
                        part.length(),
                        part.sum(),
                        part.file())
                > 0;
    }

    @Override
    public void update(Assembly grown) {
        handle.execute(
                "UPDATE assembly SET parts = ?, bytes = ? WHERE id = ?", grown.parts(), grown.bytes(), grown.id());
    }

    @Override
    public void finish(Assembly whole, long channel, long key) {
        handle.execute("UPDATE assembly SET done_channel = ?, done_key = ? WHERE id = ?", channel, key, whole.id());
    }

    @Override
    public void reopen(Assembly given, long at) {
        handle.execute(
                "UPDATE assembly SET done_channel = NULL, done_key = NULL, begun_at = ? WHERE id = ?", at, given.id());
    }

    @Override
    public OptionalLong firstBegun() {
        return handle.createQuery("SELECT begun_at FROM assembly WHERE done_key IS NULL ORDER BY begun_at LIMIT 1")
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    @Override
    public List<Assembly> begunBefore(long time) {
        return handle.createQuery(
                        "SELECT * FROM assembly WHERE done_key IS NULL AND begun_at < ? ORDER BY begun_at, id")
                .bind(0, time)
                .map((row, _) -> assembly(row))
                .list();
    }

    @Override
    public Optional<Assembly> under(long channel, long key) {
        return handle.createQuery("SELECT * FROM assembly WHERE done_channel = ? AND done_key = ?")
                .bind(0, channel)
                .bind(1, key)
                .map((row, _) -> assembly(row))
                .findOne();
    }

    @Override
    public List<Part> parts(Assembly of, int after, int most) {
        return handle.createQuery("SELECT * FROM part WHERE assembly = ? AND number >= ? ORDER BY number LIMIT ?")
                .bind(0, of.id())
                .bind(1, after)
                .bind(2, most)
                .map((row, _) -> new Part(
                        row.getString("chunk"),
                        new LogPlace(row.getInt("segment"), row.getLong("bytes")),
                        row.getInt("length"),
                        row.getInt("sum"),
                        row.getString("file")))
                .list();
    }

    private static Assembly assembly(ResultSet row) throws SQLException {
        var key = new AssemblyKey(
                row.getLong("channel"), row.getString("device"), row.getString("batch"), row.getString("message"));
        return new Assembly(row.getLong("id"), key, row.getLong("begun_at"), row.getInt("parts"), row.getLong("bytes"));
    }
}
