// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import dev.signalbox.desktop.kit.Chip;
import dev.signalbox.desktop.kit.Columns;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Icons;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;

/// All consumer tokens, one a row.
final class ConsumerTable extends TableView<ConsumerRow> {
    ConsumerTable(ConsumersViewModel model) {
        super(model.all());
        setId("consumer-table");
        setAccessibleText("Programs that read streams");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        setPlaceholder(new EmptyState(Icons.SECRET, "No token yet", "The one you make at the right will be here."));
        Columns.add(this, "Token", 180, ConsumerRow::name, Columns::words);
        Columns.add(this, "State", 80, row -> row, ConsumerTable::state);
        Columns.add(this, "Reads", 200, ConsumerRow::channels, Columns::quiet);
        Columns.add(this, "Behind", 90, ConsumerRow::behind, Columns::quiet);
        Columns.add(this, "Last used", 90, ConsumerRow::used, Columns::quiet);
        Columns.add(this, "Ends", 150, ConsumerRow::ends, Columns::quiet);
        getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.personChose(row.name());
            }
        });
        model.selected()
                .subscribe(row -> row.ifPresentOrElse(
                        it -> getSelectionModel().select(it),
                        () -> getSelectionModel().clearSelection()));
    }

    private static void state(TableCell<ConsumerRow, ConsumerRow> cell, ConsumerRow row) {
        cell.setGraphic(new Chip(row.state(), row.tone()));
    }
}
