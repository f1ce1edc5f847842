// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Keys;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.PageBar;
import dev.signalbox.workbench.query.Queries;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
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
        var add = Buttons.plain(Icons.ADD, "Add device", press);
        add.setId("add-device");
        return new PageBar("Devices", add).counting(Bindings.createStringBinding(model::count, model.all()));
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
