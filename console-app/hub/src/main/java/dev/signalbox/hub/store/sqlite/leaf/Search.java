// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import dev.signalbox.hub.store.QueryRecords.Found;
import dev.signalbox.hub.store.TwinDocument;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.query.Order;
import dev.signalbox.protocol.query.Path;
import dev.signalbox.protocol.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.node.ObjectNode;

/// Finds the devices a query is about. A rare term is found through the index, and the others are looked up for what it
/// finds. When no term is rare, a page is soon full: subjects are taken one after the other. Only when that does not
/// fill it are larger lists made.
public final class Search {
    private final Effort effort;
    private final Statements statements;
    private final PathNumbers paths;
    private final Place place;

    public Search(Handle handle) {
        this(handle, Effort.USUAL);
    }

    Search(Handle handle, Effort effort) {
        this.effort = effort;
        this.statements = new Statements(handle.getConnection());
        this.paths = new PathNumbers(statements);
        this.place = Place.ofSubject(paths);
    }

    /// As `QueryRecords.find`.
    public List<Found> find(Query query, long position, int most) {
        try (var residuals = new Residuals(statements.connection())) {
            var condition = Condition.of(query.where(), paths, residuals);
            return query.orderBy().isEmpty()
                    ? inStoredOrder(condition, position, most)
                    : ordered(condition, query.orderBy(), position, most);
        }
    }

    /// As `QueryRecords.groups`.
    public List<ObjectNode> groups(Query query, long skip, int most) {
        try (var residuals = new Residuals(statements.connection())) {
            var condition = Condition.of(query.where(), paths, residuals);
            var groups = new Groups(query, place);
            Sql sql = groups.select().then(everything(condition)).then(groups.order());
            return statements.list(groups::row, sql.then(" LIMIT ? OFFSET ?", most, skip));
        }
    }

    private List<Found> inStoredOrder(Condition condition, long after, int most) {
        Optional<Candidates> rare = Candidates.of(condition, statements, after, effort.rare(), true);
        if (rare.isPresent()) {
            return among(condition, rare.get(), most);
        }
        if (condition.terms().isEmpty()) {
            return between(condition, after, Long.MAX_VALUE, most);
        }
        long end = stretchEnd(after);
        List<Found> found = new ArrayList<>(between(condition, after, end, most));
        int missing = most - found.size();
        if (missing > 0 && end < Long.MAX_VALUE) {
            found.addAll(Candidates.of(condition, statements, end, effort.largestList(), false)
                    .map(list -> among(condition, list, missing))
                    .orElseGet(() -> between(condition, end, Long.MAX_VALUE, missing)));
        }
        return found;
    }

    private long stretchEnd(long after) {
        return statements
                .list(
                        row -> row.getLong(1),
                        "SELECT number FROM subject WHERE number > ? ORDER BY number LIMIT 1 OFFSET ?",
                        after,
                        effort.stretch())
                .stream()
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    private List<Found> among(Condition condition, Candidates candidates, int most) {
        return found(candidates
                .from()
                .then(" WHERE ")
                .then(condition.filters(candidates.settled()))
                .then(" LIMIT ?", most));
    }

    private List<Found> between(Condition condition, long after, long end, int most) {
        return found(Sql.of("subject d WHERE d.number > ? AND d.number <= ? AND ", after, end)
                .then(condition.filters(Optional.empty()))
                .then(" ORDER BY d.number LIMIT ?", most));
    }

    private List<Found> ordered(Condition condition, List<Order> orders, long skip, int most) {
        String by = orders.stream()
                .map(order -> place.value(order.path()) + (order.descending() ? " DESC" : ""))
                .collect(Collectors.joining(", ", " ORDER BY ", ", d.number"));
        List<Found> found = found(everything(condition).then(by + " LIMIT ? OFFSET ?", most, skip));
        List<Found> placed = new ArrayList<>();
        found.forEach(each -> placed.add(new Found(skip + placed.size() + 1, each.device(), each.connected())));
        return placed;
    }

    private Sql everything(Condition condition) {
        Optional<Candidates> candidates = Candidates.of(condition, statements, 0, effort.largestList(), false);
        Sql from = candidates.map(Candidates::from).orElse(Sql.of("subject d"));
        return from.then(" WHERE ").then(condition.filters(candidates.flatMap(Candidates::settled)));
    }

    private List<Found> found(Sql fromWhere) {
        String connection = place.value(Path.of(TwinDocument.CONNECTION_STATE));
        return statements.list(
                row -> new Found(
                        row.getLong(1),
                        new DeviceId(row.getString(2)),
                        TwinDocument.connectionState(true).equals(row.getString(3))),
                Sql.of("SELECT d.number, d.device, " + connection + " FROM ").then(fromWhere));
    }
}
