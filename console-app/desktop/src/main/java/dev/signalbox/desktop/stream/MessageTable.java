// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.Columns;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

/// The messages of a stream, the newest at the top.
final class MessageTable extends TableView<MessageRow> {
    private static final int NEAR_END = 20;
    private static final double SCROLL_BAR = 12;

    private final MessagesViewModel model;
    private boolean scrolled;

    /// @param chosen takes the message that the person looks at
    MessageTable(MessagesViewModel model, java.util.function.Consumer<MessageRow> chosen) {
        super(model.rows());
        this.model = model;
        setId("message-table");
        setAccessibleText("Messages");
        getStyleClass().add("message-table");
        column("Key", 84, MessageRow::key, (cell, key) -> cell.setText(Long.toString(key)), "number");
        column("Received (UTC)", 164, MessageRow::received, Columns::words, "mono-text");
        column("Device", 140, MessageRow::device, Columns::words, "plain-text");
        column("", 190, MessageRow::ids, Columns::words, "quiet-text")
                .textProperty()
                .bind(model.areDeadLetters().map(are -> are ? "Reason" : "Ids"));
        column("Size", 76, MessageRow::size, (cell, size) -> cell.setText(size), "number");
        column("Payload", 200, MessageRow::beginning, (cell, words) -> cell.setText(words), "mono-text");
        fill();
        model.areDeadLetters()
                .subscribe(are ->
                        getSelectionModel().setSelectionMode(are ? SelectionMode.MULTIPLE : SelectionMode.SINGLE));
        getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                chosen.accept(row);
            }
            tell();
        });
        skinProperty().subscribe(skin -> {
            if (skin != null) {
                follow((VirtualFlow<?>) lookup(".virtual-flow"));
            }
        });
    }

    /// The payload takes the room that the others leave.
    private void fill() {
        var last = getColumns().getLast();
        DoubleBinding others = Bindings.createDoubleBinding(
                () -> getColumns().stream()
                        .filter(column -> !column.equals(last))
                        .mapToDouble(TableColumn::getWidth)
                        .sum(),
                getColumns().stream().map(TableColumn::widthProperty).toArray(Observable[]::new));
        last.prefWidthProperty()
                .bind(Bindings.max(160, widthProperty().subtract(others).subtract(SCROLL_BAR)));
    }

    private <T> TableColumn<MessageRow, T> column(
            String name,
            double width,
            Function<MessageRow, T> value,
            BiConsumer<TableCell<MessageRow, T>, T> show,
            String style) {
        TableColumn<MessageRow, T> column = Columns.add(this, name, width, value, show);
        column.getStyleClass().add(style);
        return column;
    }

    private void follow(VirtualFlow<?> flow) {
        flow.positionProperty().subscribe(() -> {
            scrolled = flow.getFirstVisibleCell() != null
                    && (flow.getFirstVisibleCell().getIndex() > 0 || flow.getPosition() > 0);
            tell();
            if (flow.getLastVisibleCell() != null
                    && flow.getLastVisibleCell().getIndex() >= getItems().size() - NEAR_END) {
                model.readerNearsEnd();
            }
        });
    }

    private void tell() {
        model.live().readerIs(scrolled || getSelectionModel().getSelectedItem() != null);
    }

    /// Looks at nothing in particular, and at the newest first.
    void toNewest() {
        getSelectionModel().clearSelection();
        scrollTo(0);
    }
}
