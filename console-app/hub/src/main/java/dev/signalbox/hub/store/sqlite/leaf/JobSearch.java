// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import dev.signalbox.hub.store.QueryRecords.FoundInJob;
import dev.signalbox.hub.store.QueryRecords.Position;
import dev.signalbox.protocol.identity.DeviceId;
import dev.signalbox.protocol.query.Expression;
import dev.signalbox.protocol.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// Finds devices of jobs, called `d`, with their jobs, called `j`. These are rows with columns already, so the
/// condition is on the columns; job, device and status lead through the indexes.
final class JobSearch {
    private static final String FROM = "job j CROSS JOIN job_device d ON d.job = j.id WHERE ";

    private final Statements statements;
    private final Query query;
    private final Place place;
    private final Sql condition;

    JobSearch(Statements statements, Query query, Residuals residuals) {
        this.statements = statements;
        this.query = query;
        this.place = new JobPlace(residuals);
        this.condition = condition(query, new Compiler(place, residuals));
    }

    List<FoundInJob> find(Position after, int most) {
        if (!query.orderBy().isEmpty()) {
            return ordered(after.number(), most);
        }
        List<FoundInJob> found = new ArrayList<>();
        if (!after.device().isEmpty()) {
            found.addAll(found(
                    condition.then(" AND j.number = ? AND d.device > ?", after.number(), after.device()),
                    " ORDER BY d.device",
                    most));
        }
        if (found.size() < most) {
            found.addAll(found(
                    condition.then(" AND j.number > ?", after.number()),
                    " ORDER BY j.number, d.device",
                    most - found.size()));
        }
        return found;
    }

    List<ObjectNode> groups(long skip, int most) {
        var groups = new Groups(query, place);
        Sql sql = groups.select().then(FROM).then(condition).then(groups.order());
        return statements.list(groups::row, sql.then(" LIMIT ? OFFSET ?", most, skip));
    }

    private static Sql condition(Query query, Compiler compiler) {
        List<Expression> terms = query.where().map(Normal::terms).orElse(List.of());
        List<Sql> all = new ArrayList<>(terms.stream().map(compiler::condition).toList());
        terms.forEach(term -> JobPlace.column(term).ifPresent(all::add));
        return all.isEmpty() ? Sql.of("1") : Sql.joined("AND", all);
    }

    private List<FoundInJob> found(Sql where, String order, int most) {
        return statements.list(
                row -> new FoundInJob(
                        new Position(row.getLong(1), row.getString(3)),
                        row.getString(2),
                        new DeviceId(row.getString(3))),
                Sql.of("SELECT j.number, j.id, d.device FROM " + FROM)
                        .then(where)
                        .then(order + " LIMIT ?", most));
    }

    private List<FoundInJob> ordered(long skip, int most) {
        String by = query.orderBy().stream()
                .map(order -> place.value(order.path()) + (order.descending() ? " DESC" : ""))
                .collect(Collectors.joining(", ", " ORDER BY ", ", j.number, d.device"));
        List<FoundInJob> placed = new ArrayList<>();
        statements
                .list(
                        row -> new FoundInJob(Position.START, row.getString(1), new DeviceId(row.getString(2))),
                        Sql.of("SELECT j.id, d.device FROM " + FROM)
                                .then(condition)
                                .then(by + " LIMIT ? OFFSET ?", most, skip))
                .forEach(each ->
                        placed.add(new FoundInJob(Position.at(skip + placed.size() + 1), each.job(), each.device())));
        return placed;
    }
}
