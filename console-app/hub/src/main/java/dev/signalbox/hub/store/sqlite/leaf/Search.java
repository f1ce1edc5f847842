// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import dev.signalbox.hub.store.QueryRecords.Found;
import dev.signalbox.hub.store.QueryRecords.FoundInJob;
import dev.signalbox.hub.store.QueryRecords.Position;
import dev.signalbox.protocol.query.Query;
import dev.signalbox.protocol.query.Source;
import java.util.List;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.node.ObjectNode;

/// Finds what a query is about.
public final class Search {
    private final Effort effort;
    private final Statements statements;

    public Search(Handle handle) {
        this(handle, Effort.USUAL);
    }

    Search(Handle handle, Effort effort) {
        this.effort = effort;
        this.statements = Statements.of(handle.getConnection());
    }

    /// As `QueryRecords.find`.
    public List<Found> find(Query query, Position after, int most) {
        try (var residuals = new Residuals(statements.connection())) {
            return twins(query, residuals).find(query.orderBy(), after.number(), most);
        }
    }

    /// As `QueryRecords.findInJobs`.
    public List<FoundInJob> findInJobs(Query query, Position after, int most) {
        try (var residuals = new Residuals(statements.connection())) {
            return new JobSearch(statements, query, residuals).find(after, most);
        }
    }

    /// As `QueryRecords.groups`.
    public List<ObjectNode> groups(Query query, long skip, int most) {
        try (var residuals = new Residuals(statements.connection())) {
            return query.from() == Source.JOBS
                    ? new JobSearch(statements, query, residuals).groups(skip, most)
                    : twins(query, residuals).groups(query, skip, most);
        }
    }

    private TwinSearch twins(Query query, Residuals residuals) {
        Kind kind = Kind.of(query.from());
        var place = new TwinPlace(kind, new PathNumbers(statements, kind), residuals);
        return new TwinSearch(statements, kind, place, Condition.of(query.where(), place), effort);
    }
}
