// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Keys;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.workbench.query.Queries;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All devices of the hub, and the two ways to narrow them: by words, and by a condition.
final class DeviceList extends VBox {
    private final DevicesViewModel model;
    private final DeviceTable table;
    private final ConditionBar condition;

    /// @param add what the button that adds a device does
    DeviceList(DevicesViewModel model, Queries queries, OnFx fx, Runnable add) {
        this.model = model;
        table = new DeviceTable(model);
        condition = new ConditionBar(model.condition(), queries, fx);
        getStyleClass().add("device-list");
        VBox.setVgrow(table, Priority.ALWAYS);
        var narrowing = new VBox(words(), condition);
        narrowing.getStyleClass().add("filter-row");
        getChildren().addAll(bar(add), narrowing, table);
    }

    private Node bar(Runnable press) {
        var title = new Label("Devices");
        title.getStyleClass().add("pane-title");
        var count = new Label();
        count.getStyleClass().add("subtle");
        count.textProperty().bind(Bindings.createStringBinding(model::count, model.all()));
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var add = Buttons.plain(Icons.ADD, "Add device", press);
        add.setId("add-device");
        var bar = new HBox(title, count, gap, add);
        bar.getStyleClass().add("page-bar");
        return bar;
    }

    private Node words() {
        var filter = new TextField();
        filter.setId("device-filter");
        filter.setPromptText("Filter by id, tag or state");
        filter.textProperty().bindBidirectional(model.filter());
        Keys.onEscape(filter, model::personEscapes);
        return Fields.withIcon(Icons.FILTER, filter);
    }

    /// Shows that device in the list and beside it.
    void choose(String id) {
        table.choose(id);
    }

    /// The page came to the front.
    void shown() {
        condition.look();
    }

    /// A moment has passed.
    void tick() {
        table.refresh();
        model.condition().look();
    }
}
