// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.query.Aggregate;
import dev.signalbox.protocol.query.Column;
import dev.signalbox.protocol.query.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The SELECT, GROUP BY and ORDER BY of a grouped query. The keys are called `k0` and so on and come first.
final class Groups {
    private final Query query;
    private final Place place;

    Groups(Query query, Place place) {
        this.query = query;
        this.place = place;
    }

    /// Up to FROM and its blank.
    Sql select() {
        List<String> selected = new ArrayList<>();
        for (int i = 0; i < query.groupBy().size(); i++) {
            selected.add(place.primitive(query.groupBy().get(i)) + " AS k" + i);
        }
        for (Column column : query.columns()) {
            selected.add(
                    switch (column) {
                        case Column.Aggregated aggregated -> aggregate(aggregated);
                        case Column.Selected key -> "NULL";
                    });
        }
        return Sql.of("SELECT " + String.join(", ", selected) + " FROM ");
    }

    /// From GROUP BY on.
    String order() {
        if (query.groupBy().isEmpty()) {
            return "";
        }
        List<String> keys = IntStream.range(0, query.groupBy().size())
                .mapToObj(i -> "k" + i)
                .toList();
        List<String> order = new ArrayList<>();
        query.orderBy()
                .forEach(asked -> order.add(
                        keys.get(query.groupBy().indexOf(asked.path())) + (asked.descending() ? " DESC" : "")));
        order.addAll(keys);
        return " GROUP BY " + String.join(", ", keys) + " ORDER BY " + String.join(", ", order);
    }

    ObjectNode row(ResultSet row) throws SQLException {
        ObjectNode result = Json.mapper().createObjectNode();
        int at = query.groupBy().size();
        for (Column column : query.columns()) {
            at++;
            int from = column instanceof Column.Selected key ? query.groupBy().indexOf(key.path()) + 1 : at;
            JsonNode value = Stored.json(row.getObject(from));
            if (!value.isMissingNode()) {
                result.set(column.name(), value);
            }
        }
        return result;
    }

    private String aggregate(Column.Aggregated column) {
        if (column.function() == Aggregate.COUNT) {
            return column.path().map(path -> "count(" + place.value(path) + ")").orElse("count(*)");
        }
        return column.function() + "(" + place.number(column.path().orElseThrow()) + ")";
    }
}
