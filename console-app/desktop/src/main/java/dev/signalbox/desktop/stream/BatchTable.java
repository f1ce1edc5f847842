// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.Chip;
import dev.signalbox.desktop.kit.Columns;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The batches of a stream.
final class BatchTable extends TableView<BatchRow> {
    BatchTable(BatchesViewModel model) {
        super(model.rows());
        setId("batch-table");
        setAccessibleText("Batches");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        column("Device", 200, BatchRow::device, Columns::words, "plain-text");
        column("Batch", 240, BatchRow::name, Columns::words, "plain-text");
        column("Opened", 140, BatchRow::opened, (cell, words) -> cell.setText(words), "quiet-text");
        column("Closed", 140, row -> row, BatchTable::closed, "quiet-text");
        column("Messages", 100, BatchRow::messages, (cell, words) -> cell.setText(words), "number");
        column("Size", 90, BatchRow::size, (cell, words) -> cell.setText(words), "number");
    }

    private <T> void column(
            String name,
            double width,
            Function<BatchRow, T> value,
            BiConsumer<TableCell<BatchRow, T>, T> show,
            String style) {
        TableColumn<BatchRow, T> column = Columns.add(this, name, width, value, show);
        column.getStyleClass().add(style);
    }

    private static void closed(TableCell<BatchRow, BatchRow> cell, BatchRow row) {
        if (row.isOpen()) {
            cell.setGraphic(new Chip(row.closed(), Chip.Tone.GOOD));
        } else {
            cell.setText(row.closed());
        }
    }
}
