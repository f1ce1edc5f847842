// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.waiting;

import dev.signalbox.desktop.kit.ShownCell;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/// Columns of the tables of this page.
final class Columns {
    private Columns() {}

    /// @param width at least; columns share what is left in proportion to it
    static <R, T> void add(
            TableView<R> table, String name, double width, Function<R, T> value, BiConsumer<TableCell<R, T>, T> show) {
        var column = new TableColumn<R, T>(name);
        column.setPrefWidth(width);
        column.setMinWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(its -> new ShownCell<>(show));
        table.getColumns().add(column);
    }

    /// A text that may be cut off, and is whole when the pointer rests on it.
    static void words(TableCell<?, ?> cell, String words) {
        cell.setText(words);
        if (!words.isBlank()) {
            cell.setTooltip(new Tooltip(words));
        }
    }

    static void quiet(TableCell<?, ?> cell, String words) {
        words(cell, words);
        style(cell, "quiet-text");
    }

    static void mono(TableCell<?, ?> cell, String words) {
        words(cell, words);
        style(cell, "mono-text");
    }

    private static void style(TableCell<?, ?> cell, String style) {
        if (!cell.getStyleClass().contains(style)) {
            cell.getStyleClass().add(style);
        }
    }
}
