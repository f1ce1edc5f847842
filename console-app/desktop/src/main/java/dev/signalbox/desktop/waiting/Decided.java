// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.waiting;

import dev.signalbox.desktop.kit.Ages;
import dev.signalbox.desktop.kit.Ask;
import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Chip;
import dev.signalbox.desktop.kit.Columns;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Frame;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.PageBar;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What was decided within the last day, the latest first; and the way to take one back.
final class Decided extends StackPane {
    private final WaitingViewModel model;
    private final TableView<OperationRow> table;

    Decided(WaitingViewModel model) {
        this.model = model;
        table = new TableView<>(model.decided());
        table.setId("decided-table");
        table.setAccessibleText("What was decided");
        table.getStyleClass().add("decided-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        Columns.add(table, "Device", 240, OperationRow::device, Columns::words);
        Columns.add(table, "Outcome", 96, row -> row, Decided::outcome);
        Columns.add(table, "Decided by", 150, row -> row, Decided::decider);
        Columns.add(
                table, "When", 96, row -> Ages.since(row.ended(), model.now().get()) + " ago", Columns::quiet);
        Columns.add(table, "Token", 160, row -> row.operation().token(), Columns::words);
        Columns.add(table, "Code", 110, row -> row.operation().code(), Columns::mono);
        Columns.add(table, "Asked from", 130, row -> row.operation().from(), Columns::words);
        VBox.setVgrow(table, Priority.ALWAYS);
        var none = new EmptyState(
                Icons.WAITING,
                "Nothing was decided today",
                "Who was let in, sent away or came too late is kept here for a day.");
        var list = new VBox(new PageBar("Decided within the last day", shutOut()), table);
        getChildren()
                .add(new Frame(
                        list,
                        none,
                        Bindings.isEmpty(model.decided()),
                        model.asking().problem()));
        // ages are told anew; rows that did not change would keep theirs
        visibleProperty().subscribe(table::refresh);
    }

    private Button shutOut() {
        Button button = Buttons.plain(Icons.CLEAR, "Shut out…", this::askToShutOut);
        button.setId("shut-out");
        var chosen = table.getSelectionModel().selectedItemProperty();
        button.disableProperty()
                .bind(chosen.map(row -> row.lossWords().isEmpty()).orElse(true));
        return button;
    }

    private void askToShutOut() {
        OperationRow row = table.getSelectionModel().getSelectedItem();
        row.lossWords().ifPresent(words -> {
            if (Ask.confirm(getScene().getWindow(), "Shut out " + row.name() + "?", words, "Shut out")) {
                model.personShutsOut(row);
            }
        });
    }

    private static void decider(TableCell<OperationRow, OperationRow> cell, OperationRow row) {
        Columns.words(cell, row.decider());
        cell.getStyleClass().remove("by-token");
        if (row.isByToken()) {
            cell.getStyleClass().add("by-token");
            cell.setTooltip(new Tooltip("It was approved beforehand: nobody compared a code."));
        }
    }

    private static void outcome(TableCell<OperationRow, OperationRow> cell, OperationRow row) {
        cell.setGraphic(new Chip(row.outcome(), row.tone()));
        cell.setTooltip(new Tooltip(row.meaning()));
    }
}
