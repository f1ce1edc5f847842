// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Keys;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.Strip;
import dev.signalbox.operator.device.ModuleIdentity;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The module that is looked at: its twin and its methods, as with a device.
final class ModulePane extends VBox {
    private final ModulesViewModel model;

    ModulePane(ModulesViewModel model, OnFx fx) {
        this.model = model;
        var tabs = new Strip("module-tab")
                .with("Twin", new TwinPane("module-twin", model.talk().twin(), fx))
                .with("Method", new MethodPane("module-method", model.talk().method(), fx));
        VBox.setVgrow(tabs, Priority.ALWAYS);
        getChildren().addAll(head(), tabs);
        Keys.onEscape(this, model::personGoesBack);
    }

    private Node head() {
        Button back = Buttons.quiet(Icons.BACK, "All modules of the device (Esc)", model::personGoesBack);
        back.setId("module-back");
        back.setText("Modules");
        back.setMinWidth(USE_PREF_SIZE);
        var name = new Label();
        name.setId("module-name");
        name.getStyleClass().add("strong");
        name.setMinWidth(40);
        name.textProperty()
                .bind(model.opened()
                        .map(module -> module.map(ModuleIdentity::id).orElse("")));
        var whole = new Tooltip();
        whole.textProperty().bind(name.textProperty());
        name.setTooltip(whole);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(back, name, gap);
        head.getStyleClass().add("tab-bar");
        return head;
    }
}
