// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.log;

import dev.signalbox.desktop.kit.KeyNote;
import dev.signalbox.desktop.kit.Page;
import dev.signalbox.desktop.kit.Place;
import dev.signalbox.desktop.kit.Theme;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// All nodes' log lines, live.
public final class LogsPage implements Page {
    private final LogViewModel model;
    private final VBox view;

    public LogsPage(LogStore store) {
        model = new LogViewModel(store);
        var head = new LogHead();
        var pane = new LogPane(model);
        VBox.setVgrow(pane, Priority.ALWAYS);
        view = new VBox(new LogBar(model, store), head, pane, new LogDetail(model));
        view.getStylesheets().add(Theme.sheet(LogsPage.class, "log.css"));
        view.getStyleClass().add("page");
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
        return view;
    }

    /// @param argument a filter such as `node=press-1 service=Boiler`
    @Override
    public void open(String argument) {
        model.filter().set(LogFilter.parse(argument));
    }
}
