// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.job;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Problems;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// How the devices of the job that is looked at fare, and the way to each of them.
final class JobDevices extends VBox {
    private final DevicesViewModel model;
    private final DeviceTable table;
    private final Consumer<String> go;

    /// @param go shows a device elsewhere
    JobDevices(DevicesViewModel model, Consumer<String> go) {
        this.model = model;
        this.go = go;
        table = new DeviceTable(model, go);
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(filter(), problems(), table, more(), detail());
    }

    void show(Optional<JobRow> job) {
        model.show(job);
    }

    private Node filter() {
        var title = new Label("Devices");
        title.getStyleClass().add("section-title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var failed = new ToggleButton("Failed only");
        failed.setId("job-failed-only");
        failed.getStyleClass().add("small");
        failed.selectedProperty().bindBidirectional(model.failedOnly());
        var row = new HBox(title, gap, failed);
        row.getStyleClass().addAll("row", "job-devices-head");
        return row;
    }

    private Node problems() {
        var problems = new Problems();
        model.problem().subscribe(found -> found.ifPresentOrElse(problems::show, problems::clear));
        return problems;
    }

    private Node more() {
        Button more = Buttons.plain("Show more devices", model::personWantsMore);
        var row = new HBox(more);
        row.getStyleClass().add("job-more");
        row.visibleProperty().bind(model.hasMore());
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    /// The whole of what the marked device answered, or why it failed, and the way to it.
    private Node detail() {
        var name = new Label();
        name.getStyleClass().addAll("strong", "small-words");
        name.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button device = Buttons.plain("Show device", () -> go.accept(name.getText()));
        device.setId("job-show-device");
        device.getStyleClass().add("small");
        var head = new HBox(name, gap, device);
        head.getStyleClass().add("row");
        var words = new Label();
        words.setId("job-device-words");
        words.getStyleClass().add("small-words");
        words.setWrapText(true);
        words.managedProperty().bind(words.textProperty().isNotEmpty());
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            name.setText(row == null ? "" : row.id());
            words.setText(row == null ? "" : row.words());
        });
        var detail = new VBox(head, words);
        detail.getStyleClass().add("job-detail");
        detail.visibleProperty().bind(name.textProperty().isNotEmpty());
        detail.managedProperty().bind(detail.visibleProperty());
        return detail;
    }
}
