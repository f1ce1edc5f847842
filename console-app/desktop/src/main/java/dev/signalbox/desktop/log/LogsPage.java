// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.log;

import dev.signalbox.desktop.kit.KeyNote;
import dev.signalbox.desktop.kit.Lazy;
import dev.signalbox.desktop.kit.Page;
import dev.signalbox.desktop.kit.Place;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// All nodes' log lines, live.
public final class LogsPage implements Page {
    private final LogViewModel model;
    private final Lazy<Node> view;

    public LogsPage(LogStore store) {
        model = new LogViewModel(store);
        view = new Lazy<>(() -> draw(new LogBar(model, store)));
    }

    private Node draw(LogBar bar) {
        var pane = new LogPane(model);
        VBox.setVgrow(pane, Priority.ALWAYS);
        var all = new VBox(bar, new LogHead(), pane, new LogDetail(model));
        all.getStyleClass().add("page");
        return all;
    }

    @Override
    public Place place() {
        return Place.LOGS;
    }

    @Override
    public List<KeyNote> keys() {
        return List.of(new KeyNote("Ctrl+A", "Choose all lines"), new KeyNote("Ctrl+C", "Copy the chosen lines"));
    }

    @Override
    public Node view() {
        return view.get();
    }

    /// @param argument a filter such as `node=press-1 service=Boiler`
    @Override
    public void open(String argument) {
        model.filter().set(LogFilter.parse(argument));
    }
}
