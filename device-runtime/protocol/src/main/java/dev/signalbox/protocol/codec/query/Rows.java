// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec.query;

import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.query.Column;
import dev.signalbox.protocol.query.Order;
import dev.signalbox.protocol.query.Path;
import dev.signalbox.protocol.query.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Answers queries from documents at hand.
public final class Rows {
    private Rows() {}

    /// All rows the query has over these documents; they must be few, for they are held at once. FROM is taken as said.
    public static List<ObjectNode> of(Query query, Stream<ObjectNode> documents) {
        Stream<ObjectNode> matching = documents.filter(document -> query.where()
                .map(condition -> Evaluator.matches(condition, document))
                .orElse(true));
        Stream<ObjectNode> rows = query.isGrouped() ? grouped(query, matching) : single(query, matching);
        return rows.limit(query.top().orElse(Integer.MAX_VALUE)).toList();
    }

    /// The row of one document: the document itself for `*`, else the columns that are defined.
    public static ObjectNode row(Query query, ObjectNode document) {
        if (query.columns().isEmpty()) {
            return document;
        }
        ObjectNode row = Json.mapper().createObjectNode();
        for (Column column : query.columns()) {
            if (column instanceof Column.Selected selected) {
                set(row, column.name(), Evaluator.at(selected.path(), document));
            }
        }
        return row;
    }

    private static Stream<ObjectNode> single(Query query, Stream<ObjectNode> documents) {
        return query.orderBy().stream()
                .map(Rows::comparator)
                .reduce(Comparator::thenComparing)
                .map(documents::sorted)
                .orElse(documents)
                .map(document -> row(query, document));
    }

    private static Stream<ObjectNode> grouped(Query query, Stream<ObjectNode> documents) {
        Map<List<JsonNode>, Figures> groups = new LinkedHashMap<>();
        if (query.groupBy().isEmpty()) {
            groups.put(List.of(), new Figures(query));
        }
        documents.forEach(document -> groups.computeIfAbsent(key(query, document), key -> new Figures(query))
                .add(document));
        return groups.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(keyOrder(query)))
                .map(group -> row(query, group.getKey(), group.getValue()));
    }

    private static ObjectNode row(Query query, List<JsonNode> key, Figures figures) {
        ObjectNode row = Json.mapper().createObjectNode();
        for (Column column : query.columns()) {
            JsonNode value = switch (column) {
                case Column.Selected selected -> key.get(query.groupBy().indexOf(selected.path()));
                case Column.Aggregated aggregated -> figures.value(aggregated);
            };
            set(row, column.name(), value);
        }
        return row;
    }

    private static void set(ObjectNode row, String name, JsonNode value) {
        if (!value.isMissingNode()) {
            row.set(name, value);
        }
    }

    private static List<JsonNode> key(Query query, ObjectNode document) {
        return query.groupBy().stream()
                .map(path -> Evaluator.at(path, document))
                .map(Values::asKey)
                .collect(Collectors.toUnmodifiableList());
    }

    private static Comparator<ObjectNode> comparator(Order order) {
        Comparator<ObjectNode> ascending =
                Comparator.comparing(document -> Evaluator.at(order.path(), document), Values.ORDER);
        return order.descending() ? ascending.reversed() : ascending;
    }

    /// As ORDER BY says, then by all keys, so that the order is always the same.
    private static Comparator<List<JsonNode>> keyOrder(Query query) {
        List<Comparator<List<JsonNode>>> orders = new ArrayList<>();
        for (Order asked : query.orderBy()) {
            Comparator<List<JsonNode>> ascending = keyOrder(query, asked.path());
            orders.add(asked.descending() ? ascending.reversed() : ascending);
        }
        query.groupBy().forEach(path -> orders.add(keyOrder(query, path)));
        return orders.stream().reduce(Comparator::thenComparing).orElse(Comparator.comparingInt(List::size));
    }

    private static Comparator<List<JsonNode>> keyOrder(Query query, Path path) {
        int place = query.groupBy().indexOf(path);
        return Comparator.comparing(key -> key.get(place), Values.ORDER);
    }
}
