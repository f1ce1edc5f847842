// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec.query;

import dev.signalbox.protocol.query.Column;
import dev.signalbox.protocol.query.Query;
import dev.signalbox.protocol.query.Source;

/// Holds the clauses of a query against each other.
final class Agreement {
    private Agreement() {}

    /// @param column where the columns begin
    static void check(Query query, int column) {
        if (query.from() == Source.JOBS && (!query.columns().isEmpty() || query.isGrouped())) {
            throw QueryProblems.notTogether(column, "devices.jobs can only be asked with SELECT * and no GROUP BY");
        }
        if (query.isGrouped() && query.columns().isEmpty()) {
            throw QueryProblems.notTogether(column, "SELECT * does not go with GROUP BY");
        }
        if (query.isGrouped()) {
            query.columns().forEach(each -> checkGrouped(query, each, column));
            query.orderBy().stream()
                    .filter(order -> !query.groupBy().contains(order.path()))
                    .findAny()
                    .ifPresent(order -> {
                        throw QueryProblems.notTogether(column, "ORDER BY takes only paths of GROUP BY here");
                    });
        }
    }

    private static void checkGrouped(Query query, Column each, int column) {
        if (each instanceof Column.Selected selected && !query.groupBy().contains(selected.path())) {
            throw QueryProblems.notTogether(
                    column, "the column \"" + each.name() + "\" is neither an aggregate nor in GROUP BY");
        }
    }
}
