// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.desktop.kit.Chip;
import dev.signalbox.desktop.kit.Columns;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Lamp;
import dev.signalbox.desktop.kit.ShownCell;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/// All devices, one a row.
final class DeviceTable extends TableView<DeviceRow> {
    private static final double SCROLL_BAR = 12;

    private final DevicesViewModel model;
    private boolean following;

    DeviceTable(DevicesViewModel model) {
        super();
        this.model = model;
        setId("device-table");
        setAccessibleText("Devices");
        getStyleClass().add("device-table");
        setPlaceholder(
                new EmptyState(Icons.FILTER, "No device matches", "Change or clear the filter or the condition."));
        var lamp = column("", 28, Comparator.comparing(DeviceRow::state), DeviceTable::lamp);
        var name = column("Device", 200, Comparator.comparing(DeviceRow::id), DeviceTable::name);
        var seen = column("Last seen", 96, Comparator.comparing(DeviceTable::lastSeen), DeviceTable::seen);
        var tags = column("Tags", 120, Comparator.comparing(DeviceRow::tags), DeviceTable::tags);
        tags.prefWidthProperty()
                .bind(widthProperty()
                        .subtract(lamp.widthProperty())
                        .subtract(name.widthProperty())
                        .subtract(seen.widthProperty())
                        .subtract(SCROLL_BAR));
        var sorted = new SortedList<>(model.shown());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !following) {
                model.personChose(row.id());
            }
        });
        model.selected().subscribe(row -> row.ifPresent(this::mark));
    }

    /// Marks the device that is looked at.
    void choose(String id) {
        model.personChose(id);
        model.selected().get().ifPresent(row -> scrollTo(row));
    }

    private void mark(DeviceRow row) {
        if (!row.equals(getSelectionModel().getSelectedItem())) {
            following = true;
            getSelectionModel().select(row);
            following = false;
        }
    }

    private TableColumn<DeviceRow, DeviceRow> column(
            String name,
            double share,
            Comparator<DeviceRow> order,
            BiConsumer<TableCell<DeviceRow, DeviceRow>, DeviceRow> show) {
        var column = new TableColumn<DeviceRow, DeviceRow>(name);
        Columns.wide(column, share, name.isEmpty() ? share : 60, name.isEmpty() ? share : Double.MAX_VALUE);
        column.setComparator(order);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(c -> new ShownCell<>(show));
        getColumns().add(column);
        return column;
    }

    private static Instant lastSeen(DeviceRow row) {
        return row.node().connected() ? Instant.MAX : row.node().lastSeen().orElse(Instant.MIN);
    }

    private static void lamp(TableCell<DeviceRow, DeviceRow> cell, DeviceRow row) {
        cell.setGraphic(new Lamp(row.lamp()));
        cell.setTooltip(new Tooltip(row.state()));
    }

    private static void name(TableCell<DeviceRow, DeviceRow> cell, DeviceRow row) {
        var id = new Label(row.id());
        id.getStyleClass().add("device-id");
        var line = new HBox(id);
        line.getStyleClass().add("chip-row");
        if (row.isNode()) {
            line.getChildren().add(new Chip("node", Chip.Tone.ACCENT));
        }
        if (!row.node().enabled()) {
            line.getChildren().add(new Chip("disabled", Chip.Tone.DANGER));
        }
        cell.setGraphic(line);
        cell.setTooltip(new Tooltip(row.id()));
    }

    private static void seen(TableCell<DeviceRow, DeviceRow> cell, DeviceRow row) {
        cell.setText(row.seen(Instant.now()));
        quiet(cell);
    }

    private static void tags(TableCell<DeviceRow, DeviceRow> cell, DeviceRow row) {
        cell.setText(row.tags());
        quiet(cell);
        cell.setTooltip(row.tags().isEmpty() ? null : new Tooltip(row.tags()));
    }

    /// A cell serves one column for good.
    private static void quiet(TableCell<DeviceRow, DeviceRow> cell) {
        if (!cell.getStyleClass().contains("quiet-text")) {
            cell.getStyleClass().add("quiet-text");
        }
    }
}
