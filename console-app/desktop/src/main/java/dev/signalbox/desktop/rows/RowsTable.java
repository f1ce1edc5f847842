// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.rows;

import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.TextSize;
import dev.signalbox.workbench.query.Row;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// Rows with a column for each path there is.
final class RowsTable extends TableView<Row> {
    private static final int MOST_COLUMNS = 60;
    private static final double LETTER = 7.5;

    RowsTable() {
        super();
        setId("rows-table");
        setAccessibleText("Rows");
        setPlaceholder(new EmptyState(Icons.SEARCH, "No rows", "Nothing matches. Loosen the condition and run again."));
    }

    void show(List<Row> rows) {
        List<String> paths = RowsFile.paths(rows).stream().limit(MOST_COLUMNS).toList();
        if (!paths.equals(getColumns().stream().map(TableColumn::getText).toList())) {
            getColumns().setAll(paths.stream().map(path -> column(path, rows)).toList());
        }
        getItems().setAll(rows);
    }

    private static TableColumn<Row, String> column(String path, List<Row> rows) {
        var column = new TableColumn<Row, String>(path);
        int longest = rows.stream()
                .limit(100)
                .mapToInt(row -> row.cells().getOrDefault(path, "").length())
                .max()
                .orElse(0);
        column.setPrefWidth(TextSize.of(Math.clamp(24 + LETTER * Math.max(longest, path.length()), 96, 320)));
        column.getStyleClass().add("mono-text");
        column.setCellValueFactory(
                row -> new ReadOnlyStringWrapper(row.getValue().cells().getOrDefault(path, "")));
        return column;
    }
}
