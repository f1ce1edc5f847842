// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Icons;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// All services, narrowed by a filter.
final class ServiceList extends VBox {
    private final ServicesViewModel model;
    private final ListView<ServiceRow> list;
    private boolean marking;

    ServiceList(ServicesViewModel model, Runnable create) {
        this.model = model;
        list = new ListView<>(model.catalogue().shown());
        list.setId("service-list");
        list.setAccessibleText("Services");
        list.setCellFactory(view -> new ServiceCell());
        list.setPlaceholder(new Label());
        VBox.setVgrow(list, Priority.ALWAYS);
        getStyleClass().addAll("pane", "pane-left", "service-pane");
        getChildren().addAll(head(create), search(), list);
        list.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        model.tabs().current().subscribe(tab -> mark());
        model.catalogue().shown().addListener((javafx.collections.ListChangeListener<ServiceRow>) change -> mark());
    }

    private HBox head(Runnable create) {
        var title = new Label("Services");
        title.getStyleClass().add("pane-title");
        var count = new Label();
        count.getStyleClass().add("subtle");
        count.textProperty().bind(Bindings.size(model.catalogue().rows()).map(Number::toString));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button add = Buttons.quiet(Icons.ADD, "New service", create);
        add.setId("service-new");
        add.getStyleClass().add("small");
        var head = new HBox(title, count, gap, add);
        head.getStyleClass().add("pane-head");
        return head;
    }

    private VBox search() {
        var filter = new TextField();
        filter.setId("service-filter");
        filter.setPromptText("Filter services");
        model.catalogue().filter().bindBidirectional(filter.textProperty());
        var room = new VBox(Fields.withIcon(Icons.SEARCH, filter));
        room.getStyleClass().add("filter-room");
        return room;
    }

    private void chosen(@Nullable ServiceRow row) {
        if (row != null && !marking) {
            model.personOpens(row.name());
        }
    }

    /// Marks the service of the current tab without opening it anew.
    private void mark() {
        marking = true;
        Optional<ServiceRow> row = model.tabs()
                .current()
                .get()
                .flatMap(tab -> model.catalogue().shown().stream()
                        .filter(shown -> shown.name().equals(tab.name()))
                        .findFirst());
        row.ifPresentOrElse(list.getSelectionModel()::select, list.getSelectionModel()::clearSelection);
        marking = false;
    }
}
