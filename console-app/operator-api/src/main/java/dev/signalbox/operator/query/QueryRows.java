// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.operator.query;

import java.util.List;
import tools.jackson.databind.JsonNode;

/// A page of a query's rows.
///
/// @param rows an object each
/// @param continuation what to ask the next page with; empty after the last
public record QueryRows(List<JsonNode> rows, String continuation) {
    public QueryRows {
        rows = List.copyOf(rows);
    }
}
