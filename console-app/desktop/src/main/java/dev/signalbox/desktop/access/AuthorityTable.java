// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Chip;
import dev.signalbox.desktop.kit.Clip;
import dev.signalbox.desktop.kit.Columns;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.ShownCell;
import java.util.Comparator;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/// All authorities, one a row.
final class AuthorityTable extends TableView<AuthorityRow> {
    /// Columns as wide as this take what is left; narrower ones stay as they are.
    private static final double FREE = 200;

    AuthorityTable(AuthoritiesViewModel model) {
        super();
        setId("authority-table");
        setAccessibleText("Certificate authorities");
        getStyleClass().add("authority-table");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(new EmptyState(Icons.ACCESS, "No authority yet", "The one you add at the right will be here."));
        column("Authority", 200, Comparator.comparing(AuthorityRow::name), AuthorityTable::name);
        column("Subject", 340, Comparator.comparing(row -> row.authority().subject()), AuthorityTable::subject);
        column("Fingerprint", 188, Comparator.comparing(row -> row.authority().thumbprint()), AuthorityTable::print);
        column("Valid until", 104, Comparator.comparing(row -> row.authority().ends()), AuthorityTable::end);
        column("State", 132, Comparator.comparing(AuthorityRow::standing), AuthorityTable::standing);
        var sorted = new SortedList<>(model.all());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
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

    private void column(
            String name,
            double width,
            Comparator<AuthorityRow> order,
            BiConsumer<TableCell<AuthorityRow, AuthorityRow>, AuthorityRow> show) {
        var column = new TableColumn<AuthorityRow, AuthorityRow>(name);
        Columns.wide(column, width, width < FREE ? width : 80, width < FREE ? width : Double.MAX_VALUE);
        column.setComparator(order);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(c -> new ShownCell<>(show));
        getColumns().add(column);
    }

    private static void name(TableCell<AuthorityRow, AuthorityRow> cell, AuthorityRow row) {
        cell.setText(row.name());
        cell.setTooltip(new Tooltip(row.name()));
    }

    private static void subject(TableCell<AuthorityRow, AuthorityRow> cell, AuthorityRow row) {
        cell.setText(row.authority().subject());
        cell.setTooltip(new Tooltip(row.authority().subject()));
        style(cell, "quiet-text", true);
    }

    private static void print(TableCell<AuthorityRow, AuthorityRow> cell, AuthorityRow row) {
        var digits = new Label(row.fingerprint().shortened());
        digits.getStyleClass().addAll("mono", "small-words");
        digits.setTooltip(new Tooltip("SHA-256 " + row.fingerprint().inPairs()));
        Button copy = Buttons.quiet(Icons.COPY, "Copy the whole fingerprint");
        copy.setOnAction(press -> Clip.copy(row.fingerprint().inPairs(), copy));
        copy.setId("copy-print-" + row.name());
        copy.getStyleClass().add("small");
        cell.setGraphic(Fields.row(digits, copy));
    }

    private static void end(TableCell<AuthorityRow, AuthorityRow> cell, AuthorityRow row) {
        cell.setText(row.endsOn());
        cell.setTooltip(new Tooltip(row.validity()));
        style(cell, "ends-soon", row.endsSoon());
    }

    private static void standing(TableCell<AuthorityRow, AuthorityRow> cell, AuthorityRow row) {
        cell.setGraphic(chip(row));
    }

    static Chip chip(AuthorityRow row) {
        return new Chip(
                row.standingWords(),
                switch (row.standing()) {
                    case PROVEN -> Chip.Tone.GOOD;
                    case WAITING -> Chip.Tone.WARNING;
                    case NOT_YET_VALID -> Chip.Tone.PLAIN;
                    case ENDED -> Chip.Tone.DANGER;
                });
    }

    /// A cell shows one row after the other.
    private static void style(TableCell<AuthorityRow, AuthorityRow> cell, String style, boolean on) {
        cell.getStyleClass().remove(style);
        if (on) {
            cell.getStyleClass().add(style);
        }
    }
}
