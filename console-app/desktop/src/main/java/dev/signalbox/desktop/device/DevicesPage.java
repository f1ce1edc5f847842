// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Command;
import dev.signalbox.desktop.kit.EmptyState;
import dev.signalbox.desktop.kit.Frame;
import dev.signalbox.desktop.kit.HubNews;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Lazy;
import dev.signalbox.desktop.kit.Navigator;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.desktop.kit.Page;
import dev.signalbox.desktop.kit.Place;
import dev.signalbox.workbench.device.Devices;
import dev.signalbox.workbench.query.Queries;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.util.Duration;

/// The Devices page: all devices of the hub at the left, the one that is looked at beside them.
public final class DevicesPage implements Page {
    private static final Duration LOOK_AGAIN = Duration.seconds(3);

    private final DevicesViewModel model;
    private final Lazy<Sight> sight;
    private final Timeline clock;

    public DevicesPage(Devices devices, Queries queries, OnFx fx, Navigator navigator) {
        model = new DevicesViewModel(devices, queries, fx);
        sight = new Lazy<>(() -> draw(
                new DeviceList(model, queries, fx, this::add),
                new DevicePane(model, new DeviceModels(devices, fx), fx, navigator)));
        clock = new Timeline(new KeyFrame(LOOK_AGAIN, e -> tick()));
        clock.setCycleCount(Animation.INDEFINITE);
    }

    /// What is seen of the page.
    private record Sight(DeviceList list, DevicePane pane, Node all) {}

    private Sight draw(DeviceList list, DevicePane pane) {
        var both = new SplitPane(list, pane);
        both.getStyleClass().add("device-split");
        both.setDividerPositions(0.4);
        SplitPane.setResizableWithParent(list, false);
        var all = new Frame(
                both,
                none(),
                Bindings.createBooleanBinding(model::knowsNone, model.all()),
                model.asking().problem());
        return new Sight(list, pane, all);
    }

    /// Who wants to hear of devices that come, change and go.
    public HubNews news() {
        return model;
    }

    private Node none() {
        return new EmptyState(
                Icons.DEVICES,
                "No devices yet",
                "A device is anything that signs in with an IoT Hub client, or a node with our agent. "
                        + "Add one, then copy its connection string into its software.",
                Buttons.primary("Add a device", this::add));
    }

    private void add() {
        var owner = view().getScene().getWindow();
        new DeviceForm(model::knows, true)
                .ask(owner, "Add a device")
                .ifPresent(form -> model.personAdds(
                        form,
                        keys -> new ConnectionCard(form.id(), keys)
                                .show(view().getScene().getWindow())));
    }

    private void tick() {
        sight.get().list().tick();
        sight.get().pane().look();
    }

    @Override
    public Place place() {
        return Place.DEVICES;
    }

    @Override
    public List<Command> commands() {
        return List.of(new Command("Add a device…", place(), this::add));
    }

    @Override
    public Node view() {
        return sight.get().all();
    }

    @Override
    public void shown() {
        sight.get().list().shown();
        tick();
        clock.play();
    }

    @Override
    public void left() {
        clock.stop();
    }

    /// @param argument a device's id
    @Override
    public void open(String argument) {
        sight.get().list().choose(argument);
    }
}
