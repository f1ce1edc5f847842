// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.ReleaseRecords;
import dev.signalbox.operator.release.ReleaseSummary;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.trust.Digest;
import dev.signalbox.protocol.trust.Envelope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

record SqliteReleases(Handle handle) implements ReleaseRecords {
    @Override
    public long last() {
        return handle.createQuery("SELECT coalesce(max(number), 0) FROM release")
                .mapTo(Long.class)
                .one();
    }

    @Override
    public Optional<Envelope> envelope(long number) {
        return handle.createQuery("SELECT envelope FROM release WHERE number = ?")
                .bind(0, number)
                .mapTo(String.class)
                .findOne()
                .map(json -> Json.read(json, Envelope.class));
    }

    @Override
    public List<ReleaseSummary> summaries() {
        return handle.createQuery(
                        "SELECT number, digest, created_at, created_by, note FROM release ORDER BY number DESC")
                .map((row, context) -> new ReleaseSummary(
                        row.getLong("number"),
                        new Digest(row.getString("digest")),
                        Instant.parse(row.getString("created_at")),
                        row.getString("created_by"),
                        row.getString("note")))
                .list();
    }

    @Override
    public void add(ReleaseSummary summary, Envelope envelope) {
        handle.execute(
                "INSERT INTO release (number, digest, created_at, created_by, note, envelope)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                summary.number(),
                summary.digest().value(),
                summary.createdAt().toString(),
                summary.createdBy(),
                summary.note(),
                Json.writeText(envelope));
    }

    @Override
    public void setEnvelope(long number, Envelope envelope) {
        handle.execute("UPDATE release SET envelope = ? WHERE number = ?", Json.writeText(envelope), number);
    }

    @Override
    public void addBundle(Digest digest, byte[] source) {
        handle.execute("INSERT OR IGNORE INTO bundle (digest, source) VALUES (?, ?)", digest.value(), source);
    }

    @Override
    public void addPackage(Digest digest, long release) {
        handle.execute("INSERT OR IGNORE INTO package (digest, release) VALUES (?, ?)", digest.value(), release);
    }

    @Override
    public boolean namesPackage(Digest digest) {
        return handle.createQuery("SELECT 1 FROM package WHERE digest = ?")
                .bind(0, digest.value())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    @Override
    public Optional<byte[]> bundle(Digest digest) {
        return handle.createQuery("SELECT source FROM bundle WHERE digest = ?")
                .bind(0, digest.value())
                .map((row, context) -> row.getBytes("source"))
                .findOne();
    }
}
