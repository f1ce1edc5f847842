// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/// Columns of tables that are read from top to bottom: neither sorted nor moved by hand.
public final class Columns {
    private Columns() {}

    /// Adds the next one; without a name it holds its width.
    ///
    /// @param width at least, in pixels; columns share what is left in proportion to it
    public static <R, T> TableColumn<R, T> add(
            TableView<R> table, String name, double width, Function<R, T> value, BiConsumer<TableCell<R, T>, T> show) {
        var column = new TableColumn<R, T>(name);
        wide(column, width, width, name.isEmpty() ? width : Double.MAX_VALUE);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(its -> new ShownCell<>(show));
        table.getColumns().add(column);
        return column;
    }

    /// Makes a column as wide as that, in pixels of the usual size of words; and wider or narrower with them.
    ///
    /// @param most wide; not bounded if it is `Double.MAX_VALUE`
    public static void wide(TableColumn<?, ?> column, double width, double least, double most) {
        column.minWidthProperty().bind(TextSize.px(least));
        if (most < Double.MAX_VALUE) {
            column.maxWidthProperty().bind(TextSize.px(most));
        } else {
            column.setMaxWidth(most);
        }
        column.setPrefWidth(TextSize.of(width));
        TextSize.percent()
                .subscribe((before, now) ->
                        column.setPrefWidth(column.getPrefWidth() * now.doubleValue() / before.doubleValue()));
    }

    /// A text that may be cut off, and is whole when the pointer rests on it.
    public static void words(TableCell<?, ?> cell, String words) {
        cell.setText(words.replaceAll("\\s+", " "));
        if (!words.isBlank()) {
            var whole = new Tooltip(words);
            whole.setWrapText(true);
            whole.setMaxWidth(480);
            cell.setTooltip(whole);
        }
    }

    /// The same, of less weight.
    public static void quiet(TableCell<?, ?> cell, String words) {
        words(cell, words);
        style(cell, "quiet-text");
    }

    /// The same, each character as wide as the others.
    public static void mono(TableCell<?, ?> cell, String words) {
        words(cell, words);
        style(cell, "mono-text");
    }

    private static void style(TableCell<?, ?> cell, String style) {
        if (!cell.getStyleClass().contains(style)) {
            cell.getStyleClass().add(style);
        }
    }
}
