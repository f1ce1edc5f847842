// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.query;

import java.util.List;

/// A page of a query's rows.
///
/// @param continuation what to ask the next page with; empty after the last
public record RowPage(List<Row> rows, String continuation) {
    public RowPage {
        rows = List.copyOf(rows);
    }
}
