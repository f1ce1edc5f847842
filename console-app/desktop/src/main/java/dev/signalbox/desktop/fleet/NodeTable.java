// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.fleet;

import dev.signalbox.desktop.kit.Ages;
import dev.signalbox.desktop.kit.Chip;
import dev.signalbox.desktop.kit.Columns;
import dev.signalbox.desktop.kit.Lamp;
import dev.signalbox.desktop.kit.ShownCell;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;

/// All nodes, one a row.
final class NodeTable extends TableView<NodeRow> {
    private final FleetViewModel model;

    NodeTable(FleetViewModel model) {
        super();
        this.model = model;
        getStyleClass().add("node-table");
        setAccessibleText("Nodes");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        column("", 28, "lamp-column", row -> row, NodeTable::lamp);
        column("Name", 150, "name-column", NodeRow::id, TableCell::setText);
        column("State", 136, "state-column", NodeRow::state, TableCell::setText);
        column("Release", 90, "release-column", NodeRow::release, TableCell::setText);
        column("Steps running", 110, "steps-column", NodeRow::stepsRunning, TableCell::setText);
        column("Last seen", 100, "seen-column", NodeTable::seen, TableCell::setText);
        column("Tags", 220, "tags-column", row -> row, NodeTable::tags);
        var sorted = new SortedList<>(model.shown());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.personChose(row.id());
            }
        });
    }

    /// Shows the times anew.
    void tick() {
        refresh();
    }

    /// Marks the node that is looked at.
    void choose(String id) {
        getItems().stream().filter(row -> row.id().equals(id)).findFirst().ifPresent(row -> {
            getSelectionModel().select(row);
            scrollTo(row);
        });
        model.personChose(id);
    }

    private <T> void column(
            String name,
            double share,
            String style,
            Function<NodeRow, T> value,
            BiConsumer<TableCell<NodeRow, T>, T> show) {
        var column = new TableColumn<NodeRow, T>(name);
        Columns.wide(column, share, share, name.isEmpty() ? share : Double.MAX_VALUE);
        column.getStyleClass().add(style);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(c -> new ShownCell<>(show));
        column.setSortable(!name.isEmpty() && !name.equals("Tags"));
        getColumns().add(column);
    }

    private static String seen(NodeRow row) {
        if (row.node().connected()) {
            return "now";
        }
        return row.node()
                .lastSeen()
                .map(at -> Ages.since(at, Instant.now()) + " ago")
                .orElse("never");
    }

    private static void lamp(TableCell<NodeRow, NodeRow> cell, NodeRow row) {
        cell.setGraphic(new Lamp(row.lamp()));
    }

    private static void tags(TableCell<NodeRow, NodeRow> cell, NodeRow row) {
        var chips = new HBox();
        chips.getStyleClass().add("chip-row");
        row.node()
                .tags()
                .forEach((name, value) -> chips.getChildren().add(new Chip(name + " = " + value, Chip.Tone.PLAIN)));
        cell.setGraphic(chips);
    }
}
