// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.protocol.codec.query;

import dev.signalbox.protocol.query.Column;
import dev.signalbox.protocol.query.Query;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The aggregates of one group while its documents go by.
final class Figures {
    private final Map<Column.Aggregated, DoubleSummaryStatistics> numbers = new HashMap<>();
    private final Map<Column.Aggregated, Long> defined = new HashMap<>();

    Figures(Query query) {
        for (Column column : query.columns()) {
            if (column instanceof Column.Aggregated aggregated) {
                numbers.put(aggregated, new DoubleSummaryStatistics());
                defined.put(aggregated, 0L);
            }
        }
    }

    void add(ObjectNode document) {
        numbers.forEach((column, statistics) -> {
            JsonNode value =
                    column.path().map(path -> Evaluator.at(path, document)).orElse(document);
            if (value.isNumber()) {
                statistics.accept(value.doubleValue());
            }
            if (!value.isMissingNode()) {
                defined.merge(column, 1L, Long::sum);
            }
        });
    }

    JsonNode value(Column.Aggregated column) {
        DoubleSummaryStatistics of = numbers.getOrDefault(column, new DoubleSummaryStatistics());
        return switch (column.function()) {
            case COUNT -> Values.plain(defined.getOrDefault(column, 0L));
            case AVG -> of.getCount() == 0 ? Values.UNDEFINED : Values.plain(of.getAverage());
            case SUM -> of.getCount() == 0 ? Values.UNDEFINED : Values.plain(of.getSum());
            case MIN -> of.getCount() == 0 ? Values.UNDEFINED : Values.plain(of.getMin());
            case MAX -> of.getCount() == 0 ? Values.UNDEFINED : Values.plain(of.getMax());
        };
    }
}
