// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Chip;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Lamp;
import dev.signalbox.desktop.kit.Navigator;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.Place;
import dev.signalbox.desktop.kit.Strip;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Everything about the device that is looked at.
final class DevicePane extends StackPane {
    private final DeviceModels models;
    private final Navigator navigator;
    private final Lamp lamp = new Lamp(Lamp.State.DARK);
    private final Label name = new Label();
    private final Label said = new Label();
    private final Chip state = new Chip("", Chip.Tone.PLAIN);
    private final Button toNode = Buttons.plain(Icons.NODES, "Node", this::openNode);
    private final Node twin;
    private final Node messages;
    private final Node account;
    private final Node modules;
    private String shown = "";
    private boolean enabled;

    DevicePane(DevicesViewModel list, DeviceModels models, OnFx fx, Navigator navigator) {
        this.models = models;
        this.navigator = navigator;
        getStyleClass().add("device-pane");
        twin = new TwinPane("twin", models.talk().twin(), fx);
        messages = new MessagesPane(models.messages());
        account = new AccountPane(models.account());
        modules = new ModulesPane(models.modules(), fx);
        var tabs = new Strip("tab")
                .with("Identity", new IdentityPane(models.identity()))
                .with("Twin", twin)
                .with("Method", new MethodPane("method", models.talk().method(), fx))
                .with("Messages", messages)
                .with("Account", account)
                .with("Modules", modules);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        var content = new VBox(head(), tabs);
        var none = new EmptyState(
                Icons.DEVICES, "Nothing chosen", "Choose a device at the left to see its twin, keys and messages.");
        content.visibleProperty().bind(list.selected().map(Optional::isPresent));
        none.visibleProperty().bind(list.selected().map(Optional::isEmpty));
        getChildren().addAll(none, content);
        list.selected().subscribe(row -> row.ifPresentOrElse(this::show, () -> shown = ""));
    }

    private Node head() {
        name.getStyleClass().add("pane-title");
        name.setId("device-name");
        said.getStyleClass().addAll("muted", "small-words");
        said.textProperty().bind(models.identity().said());
        said.setMinWidth(0);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var copy =
                Buttons.copying("Connection string", clip -> models.identity().personCopies(true, clip));
        copy.setId("copy-primary");
        copy.setTooltip(new Tooltip("Copy the connection string with the primary key"));
        var head = new HBox(lamp, name, state, gap, said, toNode, copy);
        head.getStyleClass().addAll("pane-head", "device-head");
        return head;
    }

    private void show(DeviceRow row) {
        lamp.show(row.lamp());
        name.setText(row.id());
        name.setTooltip(new Tooltip(row.id()));
        state.setText(row.state());
        state.show(row.node().enabled() ? tone(row) : Chip.Tone.DANGER);
        toNode.setVisible(row.isNode());
        toNode.setManaged(row.isNode());
        if (!shown.equals(row.id())) {
            shown = row.id();
            models.show(row.node().id());
        } else if (enabled != row.node().enabled()) {
            models.identity().look();
        }
        enabled = row.node().enabled();
    }

    private static Chip.Tone tone(DeviceRow row) {
        return row.node().connected() ? Chip.Tone.GOOD : Chip.Tone.PLAIN;
    }

    /// Looks again at what may have changed at the hub meanwhile, if it can be seen.
    void look() {
        if (!shown.isEmpty() && twin.isVisible()) {
            models.talk().twin().look();
        }
        if (!shown.isEmpty() && messages.isVisible()) {
            models.messages().look();
        }
        if (!shown.isEmpty() && account.isVisible()) {
            models.account().look();
        }
        if (!shown.isEmpty() && modules.isVisible()) {
            models.modules().lookAtOpened();
        }
    }

    private void openNode() {
        navigator.go(Place.NODES, shown);
    }
}
