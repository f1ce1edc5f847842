// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.job;

import dev.signalbox.desktop.kit.Columns;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Keys;
import dev.signalbox.desktop.kit.Lamp;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;

/// The devices of one job, and why those failed that did.
final class DeviceTable extends TableView<DeviceRow> {
    private final Consumer<String> go;

    /// @param go shows a device elsewhere: Enter or a double click on its row
    DeviceTable(DevicesViewModel model, Consumer<String> go) {
        super(model.rows());
        this.go = go;
        setId("job-devices");
        setAccessibleText("Devices of the job");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        Columns.add(this, "Device", 130, DeviceRow::id, Columns::words);
        Columns.add(this, "State", 112, row -> row, DeviceTable::state);
        Columns.add(this, "Asked", 50, DeviceRow::attempts, TableCell::setText);
        Columns.add(this, "Answer or error", 220, DeviceRow::words, Columns::words);
        setPlaceholder(none(model.failedOnly().get()));
        model.failedOnly().subscribe(failed -> setPlaceholder(none(failed)));
        Keys.onEnter(this, this::open);
        setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                open();
            }
        });
    }

    private void open() {
        Optional.ofNullable(getSelectionModel().getSelectedItem()).ifPresent(row -> go.accept(row.id()));
    }

    private static EmptyState none(boolean failedOnly) {
        return failedOnly
                ? new EmptyState(Icons.CHECK, "No device failed", "Show all of them to see how they fare.")
                : new EmptyState(
                        Icons.NODES,
                        "No devices yet",
                        "A job looks for its devices when it starts. If it has started, none matched its condition.");
    }

    private static void state(TableCell<DeviceRow, DeviceRow> cell, DeviceRow row) {
        var both = new HBox(new Lamp(row.lamp()), new Label(row.state()));
        both.getStyleClass().add("row");
        cell.setGraphic(both);
    }
}
