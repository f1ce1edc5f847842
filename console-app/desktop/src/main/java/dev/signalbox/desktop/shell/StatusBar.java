// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.shell;

import dev.signalbox.desktop.kit.Lamp;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableLongValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The workspace at a glance, along the foot of the window.
public final class StatusBar extends HBox {
    /// So many waiting messages are worth a look; a few are on their way all the time.
    private static final long MANY = 1000;

    public StatusBar(ShellViewModel model, ObservableLongValue warnings, ObservableLongValue errors) {
        getStyleClass().add("status-line");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren()
                .addAll(
                        nodes(model),
                        waiting(model),
                        alarm(model),
                        words(counted(warnings, "warning")),
                        words(counted(errors, "error")),
                        gap,
                        words(Bindings.createStringBinding(
                                () -> model.release().get() == 0
                                        ? "No release yet"
                                        : "Release " + model.release().get(),
                                model.release())),
                        time(model));
    }

    private static Node nodes(ShellViewModel model) {
        var lamp = new Lamp(Lamp.State.DARK);
        model.online().subscribe(() -> lamp.show(lamp(model)));
        model.total().subscribe(() -> lamp.show(lamp(model)));
        return row(
                lamp,
                words(Bindings.createStringBinding(
                        () -> model.total().get() == 0
                                ? "No devices yet"
                                : String.format(
                                        "%,d of %,d devices online",
                                        model.online().get(), model.total().get()),
                        model.online(),
                        model.total())));
    }

    private static Lamp.State lamp(ShellViewModel model) {
        if (model.online().get() == 0) {
            return Lamp.State.DARK;
        }
        return model.online().get() < model.total().get() ? Lamp.State.CAUTION : Lamp.State.CLEAR;
    }

    private static Node waiting(ShellViewModel model) {
        var lamp = new Lamp(Lamp.State.DARK);
        model.waiting().subscribe(now -> lamp.show(now.longValue() < MANY ? Lamp.State.DARK : Lamp.State.CAUTION));
        Node row = row(
                lamp,
                words(Bindings.createStringBinding(
                        () -> String.format(
                                "%,d waiting in outboxes", model.waiting().get()),
                        model.waiting())));
        Tooltip.install(row, new Tooltip("Messages that nodes have on disk, and the hub has not confirmed yet"));
        row.visibleProperty().bind(model.waiting().greaterThan(0));
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private static Node alarm(ShellViewModel model) {
        Node row = row(new Lamp(Lamp.State.DANGER), words(model.alarm()));
        row.setId("intake-alarm");
        row.visibleProperty().bind(model.alarm().isNotEmpty());
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private static Label time(ShellViewModel model) {
        Label time = words(model.time());
        time.getStyleClass().add("mono");
        return time;
    }

    private static ObservableStringValue counted(ObservableLongValue count, String noun) {
        return Bindings.createStringBinding(
                () -> String.format("%,d %s", count.get(), count.get() == 1 ? noun : noun + "s"), count);
    }

    private static Label words(ObservableStringValue text) {
        var label = new Label();
        label.textProperty().bind(text);
        return label;
    }

    private static HBox row(Node... parts) {
        var row = new HBox(parts);
        row.getStyleClass().add("status-part");
        return row;
    }
}
