// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite;

import dev.signalbox.hub.store.ClearingRecords;
import dev.signalbox.hub.store.StoredClearing;
import dev.signalbox.hub.store.StoredClearing.Asked;
import dev.signalbox.hub.store.StoredClearing.Span;
import dev.signalbox.hub.store.StoredClearing.Tally;
import dev.signalbox.hub.store.StoredPlace;
import dev.signalbox.operator.stream.ClearingWay;
import dev.signalbox.operator.stream.NewClearing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

record SqliteClearings(Handle handle) implements ClearingRecords {
    @Override
    public Optional<StoredClearing> find() {
        return handle.createQuery("SELECT * FROM clearing")
                .map((row, _) -> clearing(row))
                .findOne();
    }

    private static StoredClearing clearing(ResultSet row) throws SQLException {
        return new StoredClearing(
                new NewClearing(
                        ClearingWay.valueOf(row.getString("way")),
                        row.getString("reason"),
                        keys(row.getString("keys"))),
                new Asked(row.getLong("asked_at"), row.getString("asked_by")),
                new Span(row.getLong("next_key"), row.getLong("end_key")),
                new Tally(row.getLong("letters"), row.getLong("done"), row.getLong("stayed")));
    }

    private static List<Long> keys(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(Long::valueOf).toList();
    }

    @Override
    public void put(StoredClearing clearing) {
        handle.execute("DELETE FROM clearing");
        handle.execute(
                "INSERT INTO clearing (way, reason, keys, next_key, end_key, asked_at, asked_by, letters, done, stayed)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                clearing.wanted().way().name(),
                clearing.wanted().reason(),
                clearing.wanted().keys().stream().map(String::valueOf).collect(Collectors.joining(",")),
                clearing.span().next(),
                clearing.span().end(),
                clearing.asked().at(),
                clearing.asked().by(),
                clearing.tally().letters(),
                clearing.tally().done(),
                clearing.tally().stayed());
    }

    @Override
    public void replace(StoredPlace place, Collection<StoredPlace> rest) {
        handle.execute("DELETE FROM place WHERE channel = ? AND first_key = ?", place.channel(), place.firstKey());
        new SqlitePlaces(handle).add(rest);
    }

    @Override
    public void forget(long key) {
        new SqliteFileUses(handle).forgetLetter(key);
        handle.execute(
                "DELETE FROM part WHERE assembly IN (SELECT id FROM assembly WHERE done_channel = 0 AND done_key = ?)",
                key);
    }
}
