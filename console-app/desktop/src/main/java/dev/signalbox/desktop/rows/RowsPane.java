// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.rows;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Frame;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Navigator;
import dev.signalbox.desktop.kit.Place;
import dev.signalbox.desktop.query.DeviceCondition;
import dev.signalbox.desktop.query.QueryBox;
import dev.signalbox.workbench.query.Row;
import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/// What is seen of it: a question, and its rows as a table or as JSON.
final class RowsPane extends VBox {
    private final RowsViewModel model;
    private final Navigator navigator;
    private final QueryBox box;
    private final RowsTable table = new RowsTable();
    private final TextArea text = new TextArea();
    private final ToggleButton asJson = new ToggleButton("JSON");

    RowsPane(RowsViewModel model, QueryBox box, Navigator navigator) {
        this.model = model;
        this.box = box;
        this.navigator = navigator;
        box.onEnter(this::run);
        getChildren().addAll(bar(), content());
        getStyleClass().add("page");
        model.rows().subscribe(this::show);
    }

    private Node bar() {
        HBox.setHgrow(box, Priority.ALWAYS);
        var run = Buttons.primary("Run", this::run);
        run.setId("query-run");
        var bar = new HBox(box, run);
        bar.getStyleClass().add("query-bar");
        return bar;
    }

    private Node content() {
        var both = new StackPane(table, text);
        VBox.setVgrow(both, Priority.ALWAYS);
        text.setId("rows-json");
        text.setAccessibleText("Rows as JSON");
        text.setEditable(false);
        text.getStyleClass().addAll("mono", "rows-json");
        text.visibleProperty().bind(asJson.selectedProperty());
        table.visibleProperty().bind(asJson.selectedProperty().not());
        asJson.selectedProperty()
                .addListener((its, before, now) -> show(model.rows().get()));
        var none = new EmptyState(
                Icons.QUERY,
                "Ask the fleet",
                "Write a condition such as tags.site = 'north', or a whole query such as SELECT tags.site AS site,"
                        + " COUNT() AS devices FROM devices GROUP BY tags.site, and press Enter.",
                Buttons.plain("Show all devices", this::run));
        var frame = new Frame(new VBox(tools(), both), none, model.asked().map(it -> !it), model.problem());
        VBox.setVgrow(frame, Priority.ALWAYS);
        return frame;
    }

    private Node tools() {
        var number = new Label();
        number.setId("rows-number");
        number.getStyleClass().add("subtle");
        number.textProperty().bind(model.words());
        Button more = Buttons.plain("More", model::personWantsMore);
        more.setId("rows-more");
        more.disableProperty().bind(model.busy());
        more.visibleProperty().bind(model.hasMore());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        asJson.setId("rows-as-json");
        Button export = Buttons.plain(Icons.EXPORT, "Export…", this::export);
        export.disableProperty().bind(model.busy());
        Button job = Buttons.plain(Icons.JOBS, "Make a job of these…", this::makeJob);
        job.disableProperty().bind(model.rows().map(rows -> condition().isEmpty()));
        var tools = new HBox(number, more, gap, asJson, export, job);
        tools.getStyleClass().add("rows-tools");
        return tools;
    }

    private void run() {
        if (box.check()) {
            model.personRuns(box.text().get());
        }
    }

    private void show(List<Row> rows) {
        if (asJson.isSelected()) {
            text.setText(RowsFile.json(rows));
        } else {
            table.show(rows);
        }
    }

    private void export() {
        var chooser = new FileChooser();
        chooser.setTitle("Export all rows");
        chooser.setInitialFileName("rows.csv");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("Table (CSV)", "*.csv"),
                        new FileChooser.ExtensionFilter("JSON", "*.json"));
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            model.personExports(file.toPath());
        }
    }

    /// Which devices the rows are about; none if they are not about devices alone.
    private Optional<String> condition() {
        return DeviceCondition.of(model.query());
    }

    private void makeJob() {
        condition().ifPresent(one -> navigator.go(Place.JOBS, one));
    }

    /// Has the keys go to the question.
    void ask() {
        box.look();
        box.requestFocus();
    }

    /// @param words a condition or query to run
    void ask(String words) {
        box.text().set(words);
        run();
    }
}
