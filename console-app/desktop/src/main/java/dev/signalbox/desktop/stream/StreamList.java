// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Keys;
import dev.signalbox.desktop.kit.PageBar;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All streams by group.
final class StreamList extends VBox {
    /// With more of them one wants to narrow the list.
    private static final int FEW = 8;

    private final StreamsViewModel model;
    private final ListView<StreamItem> list;
    private boolean marking;

    /// @param add asks for a new stream
    StreamList(StreamsViewModel model, Runnable add) {
        this.model = model;
        list = new ListView<>(model.items());
        list.setId("stream-list");
        list.setAccessibleText("Streams");
        list.setCellFactory(its -> new StreamCell(model));
        list.setPlaceholder(new EmptyState(Icons.FILTER, "No stream matches", "Change or clear the filter."));
        getStyleClass().addAll("pane", "stream-list");
        VBox.setVgrow(list, Priority.ALWAYS);
        var make = Buttons.plain(Icons.ADD, "New stream", add);
        make.setId("new-stream");
        getChildren().addAll(new PageBar("Streams", make), filter(), columns(), list);
        list.getSelectionModel()
                .selectedIndexProperty()
                .addListener((its, before, now) -> chose(before.intValue(), now.intValue()));
        model.selected().subscribe(this::mark);
        // after the list itself has heard of the change
        model.items().addListener((ListChangeListener<StreamItem>)
                change -> mark(model.selected().get()));
    }

    private Node filter() {
        var filter = new TextField();
        filter.setId("stream-filter");
        filter.setPromptText("Filter by group or name");
        filter.textProperty().bindBidirectional(model.filter());
        Keys.onEscape(filter, filter::clear);
        var row = new VBox(Fields.withIcon(Icons.FILTER, filter));
        row.getStyleClass().add("stream-filter");
        row.visibleProperty().bind(model.rows().map(rows -> rows.size() > FEW));
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private static Node columns() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var rate = new Label("Rate");
        rate.getStyleClass().add("stream-rate");
        var kept = new Label("Kept");
        kept.getStyleClass().add("stream-kept");
        var row = new HBox(new Label("Stream"), gap, rate, kept);
        row.getStyleClass().add("stream-columns");
        return row;
    }

    /// A group's name cannot be chosen: the keys go on over it.
    private void chose(int before, int now) {
        if (marking || now < 0 || now >= model.items().size()) {
            return;
        }
        switch (model.items().get(now)) {
            case StreamItem.Entry(long number) -> model.personChose(number);
            case StreamItem.Heading _ -> {
                int on = now > before ? now + 1 : now - 1;
                list.getSelectionModel()
                        .clearAndSelect(Math.clamp(on, 0, model.items().size() - 1));
            }
        }
    }

    private void mark(Optional<StreamRow> row) {
        marking = true;
        int at = row.map(its -> model.items().indexOf(new StreamItem.Entry(its.number())))
                .orElse(-1);
        if (at < 0) {
            list.getSelectionModel().clearSelection();
        } else if (at != list.getSelectionModel().getSelectedIndex()) {
            list.getSelectionModel().clearAndSelect(at);
        }
        marking = false;
    }
}
