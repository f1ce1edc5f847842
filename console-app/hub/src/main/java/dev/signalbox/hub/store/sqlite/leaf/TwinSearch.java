// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import dev.signalbox.hub.store.QueryRecords.Found;
import dev.signalbox.hub.store.QueryRecords.Position;
import dev.signalbox.hub.store.TwinDocument;
import dev.signalbox.protocol.identity.ClientId;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.query.Order;
import dev.signalbox.protocol.query.Path;
import dev.signalbox.protocol.query.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// Finds twins. A rare term is found through the index, and the others are looked up for what it finds. When no term is
/// rare, a page is soon full: subjects are taken one after the other. Only when that does not fill it are larger lists
/// made.
record TwinSearch(Statements statements, Kind kind, Place place, Condition condition, Effort effort) {
    List<Found> find(List<Order> orders, long position, int most) {
        return orders.isEmpty()
                ? inStoredOrder(Math.max(position, kind.before()), most)
                : ordered(orders, position, most);
    }

    List<ObjectNode> groups(Query query, long skip, int most) {
        var groups = new Groups(query, place);
        Sql sql = groups.select().then(everything()).then(groups.order());
        return statements.list(groups::row, sql.then(" LIMIT ? OFFSET ?", most, skip));
    }

    private List<Found> inStoredOrder(long after, int most) {
        Optional<Candidates> rare = Candidates.of(condition, statements, after, effort.rare(), true);
        if (rare.isPresent()) {
            return among(rare.get(), most);
        }
        if (condition.terms().isEmpty()) {
            return between(after, kind.last(), most);
        }
        long end = stretchEnd(after);
        List<Found> found = new ArrayList<>(between(after, end, most));
        int missing = most - found.size();
        if (missing > 0 && end < kind.last()) {
            found.addAll(Candidates.of(condition, statements, end, effort.largestList(), false)
                    .map(list -> among(list, missing))
                    .orElseGet(() -> between(end, kind.last(), missing)));
        }
        return found;
    }

    private long stretchEnd(long after) {
        return statements
                .list(
                        row -> row.getLong(1),
                        "SELECT number FROM subject WHERE number > ? AND number <= ? ORDER BY number LIMIT 1 OFFSET ?",
                        after,
                        kind.last(),
                        effort.stretch())
                .stream()
                .findFirst()
                .orElse(kind.last());
    }

    private List<Found> among(Candidates candidates, int most) {
        return found(candidates
                .from()
                .then(" WHERE ")
                .then(condition.filters(candidates.settled()))
                .then(" LIMIT ?", most));
    }

    private List<Found> between(long after, long end, int most) {
        return found(Sql.of("subject d WHERE d.number > ? AND d.number <= ? AND ", after, end)
                .then(condition.filters(Optional.empty()))
                .then(" ORDER BY d.number LIMIT ?", most));
    }

    private List<Found> ordered(List<Order> orders, long skip, int most) {
        String by = orders.stream()
                .map(order -> place.value(order.path()) + (order.descending() ? " DESC" : ""))
                .collect(Collectors.joining(", ", " ORDER BY ", ", d.number"));
        List<Found> placed = new ArrayList<>();
        found(everything().then(by + " LIMIT ? OFFSET ?", most, skip))
                .forEach(each ->
                        placed.add(new Found(Position.at(skip + placed.size() + 1), each.id(), each.connected())));
        return placed;
    }

    private Sql everything() {
        return Candidates.of(condition, statements, kind.before(), effort.largestList(), false)
                .map(list -> list.from().then(" WHERE ").then(condition.filters(list.settled())))
                .orElseGet(
                        () -> Sql.of("subject d WHERE d.number > ? AND d.number <= ? AND ", kind.before(), kind.last())
                                .then(condition.filters(Optional.empty())));
    }

    private List<Found> found(Sql fromWhere) {
        String connection = place.value(Path.of(TwinDocument.CONNECTION_STATE));
        return statements.list(
                TwinSearch::found,
                Sql.of("SELECT d.number, d.device, d.module, " + connection + " FROM ")
                        .then(fromWhere));
    }

    private static Found found(ResultSet row) throws SQLException {
        var id = new ClientId(
                new DeviceId(row.getString(2)), Optional.of(row.getString(3)).filter(module -> !module.isEmpty()));
        return new Found(
                Position.at(row.getLong(1)),
                id,
                TwinDocument.connectionState(true).equals(row.getString(4)));
    }
}
