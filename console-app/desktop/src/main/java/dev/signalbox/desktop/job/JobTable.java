// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.job;

import dev.signalbox.desktop.kit.Columns;
import dev.signalbox.desktop.kit.Lamp;
import dev.signalbox.desktop.kit.TallyBar;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// All jobs, newest first.
final class JobTable extends TableView<JobRow> {
    JobTable(JobsViewModel model) {
        super(model.list().rows());
        setId("jobs");
        setAccessibleText("Jobs");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        Columns.add(this, "", 28, row -> row, JobTable::lamp);
        Columns.add(this, "Job", 200, JobRow::id, Columns::words);
        Columns.add(this, "Does", 110, JobRow::work, Columns::words);
        Columns.add(this, "State", 88, JobRow::state, Columns::words);
        Columns.add(this, "Progress", 160, row -> row, JobTable::progress);
        Columns.add(this, "Starts", 112, JobRow::started, JobTable::quiet);
        Columns.add(this, "Ends", 130, JobRow::ends, JobTable::quiet);
        getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null) {
                model.personChose(row.id());
            }
        });
        model.chosen().subscribe(this::mark);
        model.list().looks().subscribe(() -> mark(model.chosen().get()));
    }

    private void mark(Optional<JobRow> chosen) {
        boolean marked = Optional.ofNullable(getSelectionModel().getSelectedItem())
                .map(JobRow::id)
                .equals(chosen.map(JobRow::id));
        if (!marked) {
            chosen.ifPresentOrElse(row -> getSelectionModel().select(row), getSelectionModel()::clearSelection);
        }
    }

    private static void lamp(TableCell<JobRow, JobRow> cell, JobRow row) {
        cell.setGraphic(new Lamp(row.lamp()));
    }

    private static void progress(TableCell<JobRow, JobRow> cell, JobRow row) {
        var bar = new TallyBar(row.parts());
        HBox.setHgrow(bar, Priority.ALWAYS);
        var done = new Label(row.done());
        done.getStyleClass().add("tally-done");
        done.setMinWidth(USE_PREF_SIZE);
        var both = new HBox(bar, done);
        both.getStyleClass().add("row");
        cell.setGraphic(both);
        cell.setTooltip(new javafx.scene.control.Tooltip(row.tallyWords()));
    }

    private static void quiet(TableCell<JobRow, String> cell, String words) {
        cell.setText(words);
        if (!cell.getStyleClass().contains("quiet-text")) {
            cell.getStyleClass().add("quiet-text");
        }
    }
}
