// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.operator;

import dev.signalbox.desktop.kit.Chip;
import dev.signalbox.desktop.kit.Columns;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;

/// All operators, one a row.
final class OperatorTable extends TableView<OperatorRow> {
    OperatorTable(OperatorsViewModel model) {
        super(model.all());
        setId("operator-table");
        setAccessibleText("Operators");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        setPlaceholder(new Region());
        Columns.add(this, "Operator", 190, OperatorRow::name, Columns::words);
        Columns.add(this, "Role", 88, row -> row.view().role().word(), Columns::words);
        Columns.add(this, "State", 92, row -> row, OperatorTable::state);
        Columns.add(this, "Kind", 74, row -> OperatorWords.kind(row.view().kind()), Columns::quiet);
        Columns.add(this, "Signature", 160, OperatorRow::signature, Columns::quiet);
        Columns.add(this, "Last here", 110, OperatorRow::used, Columns::quiet);
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

    private static void state(TableCell<OperatorRow, OperatorRow> cell, OperatorRow row) {
        var state = row.view().state();
        cell.setGraphic(new Chip(OperatorWords.state(state), OperatorWords.tone(state)));
    }
}
