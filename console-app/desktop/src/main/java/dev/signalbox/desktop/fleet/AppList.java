// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.fleet;

import dev.signalbox.desktop.kit.Ages;
import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Lamp;
import dev.signalbox.protocol.report.AppReport;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The programs that are joined to a node: each with how long it is there, and a way to tell it what to do.
final class AppList extends VBox {
    private final Consumer<String> tell;
    private List<AppReport> shown = List.of();
    private boolean online;

    /// @param tell is called with the name of the app that is to be told something
    AppList(Consumer<String> tell) {
        this.tell = tell;
        setId("node-apps");
        getStyleClass().add("step-list");
        show(List.of(), true);
    }

    /// Leaves what is there as it is when nothing changed, so that a button is not taken from below the mouse.
    void show(List<AppReport> apps, boolean nodeIsOnline) {
        if (getChildren().isEmpty() || !apps.equals(shown) || nodeIsOnline != online) {
            shown = apps;
            online = nodeIsOnline;
            getChildren().setAll(apps.stream().map(this::item).toList());
            if (apps.isEmpty()) {
                getChildren().add(words("No program on this machine is joined to the node."));
            }
        }
    }

    private Node item(AppReport app) {
        var name = new Label(app.name());
        name.getStyleClass().add("strong");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var send = Buttons.plain("Send command…", () -> tell.accept(app.name()));
        send.setDisable(!online);
        send.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(new Lamp(online ? Lamp.State.CLEAR : Lamp.State.DARK), name, gap, send);
        row.getStyleClass().add("row");
        String version = app.version().isEmpty() ? "" : ", SDK " + app.version();
        var box = new VBox(row, words("joined for " + Ages.since(app.since(), Instant.now()) + version));
        box.getStyleClass().add("step-item");
        return box;
    }

    private static Label words(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("muted", "small-words");
        label.setWrapText(true);
        return label;
    }
}
