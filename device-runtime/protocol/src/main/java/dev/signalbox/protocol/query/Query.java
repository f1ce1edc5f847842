// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.query;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A whole query. Made by `codec.query.QueryParser`, which checks that its parts go together.
///
/// @param top how many rows there may be in all
/// @param columns what each row holds; empty for `*`, the whole document
/// @param groupBy paths whose equal values make one row
public record Query(
        OptionalInt top,
        List<Column> columns,
        Source from,
        Optional<Expression> where,
        List<Path> groupBy,
        List<Order> orderBy) {
    public Query {
        columns = List.copyOf(columns);
        groupBy = List.copyOf(groupBy);
        orderBy = List.copyOf(orderBy);
    }

    /// Whether a row stands for several documents.
    public boolean isGrouped() {
        return !groupBy.isEmpty() || columns.stream().anyMatch(Column.Aggregated.class::isInstance);
    }
}
