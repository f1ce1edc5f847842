// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Keys;
import dev.signalbox.operator.service.ServiceSummary;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The services, to be dragged onto the canvas or added with a double click or Enter.
final class Palette extends VBox {
    private final FlowsViewModel model;
    private final Placing placing;
    private final VBox rows = new VBox();
    private final TextField filter = new TextField();

    Palette(FlowsViewModel model, Placing placing) {
        this.model = model;
        this.placing = placing;
        getStyleClass().add("palette");
        filter.setId("palette-filter");
        filter.setPromptText("Find a service");
        var room = new VBox(Fields.withIcon(Icons.SEARCH, filter));
        room.getStyleClass().add("filter-room");
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var title = new Label("Palette");
        title.getStyleClass().add("pane-title");
        var head = new HBox(title);
        head.getStyleClass().add("pane-head");
        getChildren().addAll(head, room, scroll);
        filter.textProperty().subscribe(words -> show());
        model.services().all().addListener((ListChangeListener<ServiceSummary>) change -> show());
    }

    private void show() {
        String words = filter.getText().strip().toLowerCase(Locale.ROOT);
        rows.getChildren()
                .setAll(model.services().all().stream()
                        .filter(service ->
                                service.name().toLowerCase(Locale.ROOT).contains(words))
                        .map(this::row)
                        .toList());
        if (model.services().all().isEmpty()) {
            var none = new Label("Write a service first; it can be placed here.");
            none.setWrapText(true);
            none.getStyleClass().addAll("muted", "small-words", "palette-none");
            rows.getChildren().add(none);
        }
    }

    private Node row(ServiceSummary service) {
        var name = new Label(service.name());
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var version = new Label(
                service.versions().isEmpty()
                        ? ""
                        : service.versions().getFirst().version().toString());
        version.getStyleClass().addAll("mono", "tiny-words", "muted");
        var row = new HBox(Icons.SERVICES.node("icon-small"), name, version);
        row.setId("palette-" + service.name());
        row.getStyleClass().add("palette-row");
        Drag.from(row, event -> {}, event -> placing.drop(service.name(), event.getSceneX(), event.getSceneY()));
        row.setFocusTraversable(true);
        row.setAccessibleText("Service " + service.name());
        Keys.onEnter(row, () -> placing.addInMiddle(service.name()));
        row.setOnMouseClicked(event -> clicked(service.name(), event));
        return row;
    }

    private void clicked(String service, MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            placing.add(service);
        }
    }
}
