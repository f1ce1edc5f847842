// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Keys;
import dev.signalbox.desktop.kit.Problems;
import java.io.File;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/// The batches of a stream, each of which can be saved as one file.
final class BatchesPane extends VBox {
    private final BatchesViewModel model;
    private final BatchTable table;
    private final Consumer<String> toDevice;

    /// @param toDevice leads to the page of a device
    BatchesPane(BatchesViewModel model, Consumer<String> toDevice) {
        this.model = model;
        this.toDevice = toDevice;
        table = new BatchTable(model);
        getStyleClass().add("page");
        VBox.setVgrow(table, Priority.ALWAYS);
        model.isRead().subscribe(this::explain);
        model.rows().subscribe(this::explain);
        var problems = new Problems();
        model.asking().problem().subscribe(found -> found.ifPresentOrElse(problems::show, problems::clear));
        getChildren().addAll(bar(), problems, new DownloadLine(model.download()), table, more());
        visibleProperty().subscribe((before, now) -> look());
    }

    /// Another stream is looked at, or this tab is.
    void look() {
        if (isVisible()) {
            model.look();
        }
    }

    private void explain() {
        if (!model.isRead().get()) {
            table.setPlaceholder(new EmptyState(Icons.BATCHES, "Reading…", ""));
        } else if (model.isNarrowed()) {
            table.setPlaceholder(new EmptyState(Icons.SEARCH, "No batch of this device", "Look for another device."));
        } else {
            table.setPlaceholder(new EmptyState(
                    Icons.BATCHES,
                    "No batches",
                    "Messages with one batch-id belong together. A device gives the id, or the stream's rules make"
                            + " them."));
        }
    }

    private Node bar() {
        var device = new TextField();
        device.setId("batches-device");
        device.setAccessibleText("Device");
        device.setPromptText("Any device");
        device.textProperty().bindBidirectional(model.device());
        device.setOnAction(enter -> model.personNarrows());
        Keys.onEscape(device, () -> {
            device.clear();
            model.personNarrows();
        });
        HBox only = Fields.withIcon(Icons.DEVICES, device);
        only.getStyleClass().add("messages-device");
        Button again = Buttons.quiet(Icons.REFRESH, "Read the batches again", model::look);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var joined = new Label("Joined");
        joined.getStyleClass().addAll("muted", "small-words");
        var join = new ComboBox<Join>();
        join.setId("batch-join");
        join.setAccessibleText("How payloads are joined");
        join.getItems().setAll(Join.values());
        join.valueProperty().bindBidirectional(model.join());
        joined.setLabelFor(join);
        var bar = new HBox(only, again, gap, joined, join, device(), download());
        bar.getStyleClass().add("stream-bar");
        return bar;
    }

    private Button device() {
        Button button = Buttons.plain(
                Icons.DEVICES, "Show device", () -> chosen().ifPresent(row -> toDevice.accept(row.device())));
        button.setId("batch-show-device");
        button.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        return button;
    }

    private Button download() {
        Button button = Buttons.plain(Icons.EXPORT, "Download…", this::save);
        button.setId("batch-download");
        button.disableProperty()
                .bind(table.getSelectionModel()
                        .selectedItemProperty()
                        .isNull()
                        .or(model.download().busy()));
        return button;
    }

    private Optional<BatchRow> chosen() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private void save() {
        chosen().ifPresent(row -> {
            var chooser = new FileChooser();
            chooser.setTitle("Save the batch as one file");
            chooser.setInitialFileName(row.fileName());
            File file = chooser.showSaveDialog(getScene().getWindow());
            if (file != null) {
                model.personDownloads(row, file.toPath());
            }
        });
    }

    private Node more() {
        var row = new HBox(Buttons.plain("Show more batches", model::personWantsMore));
        row.getStyleClass().add("messages-foot");
        row.visibleProperty().bind(model.hasMore());
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }
}
