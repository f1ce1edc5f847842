// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.log;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Fields;
import dev.signalbox.desktop.kit.Icons;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The log at the foot of the other pages: a line with the counts, and the tail when it is opened.
public final class LogDock extends VBox {
    private final LogPane pane;
    private final Button toggle = Buttons.quiet(Icons.UP, "Show or hide the log (Ctrl+J)", this::toggle);
    private final TextField filter = new TextField();
    private final HBox tools;

    public LogDock(LogStore store) {
        var model = new LogViewModel(store);
        pane = new LogPane(model);
        tools = tools(model);
        getStyleClass().add("log-dock");
        getChildren().addAll(head(store), pane);
        show(false);
    }

    /// Opens it when closed, closes it when open.
    public void toggle() {
        show(!pane.isVisible());
    }

    private void show(boolean open) {
        pane.setVisible(open);
        pane.setManaged(open);
        tools.setVisible(open);
        toggle.setGraphic((open ? Icons.DOWN : Icons.UP).node("icon-small"));
    }

    private HBox head(LogStore store) {
        var title = new Label("Logs");
        title.getStyleClass().add("strong");
        title.setOnMouseClicked(e -> toggle());
        var key = new Label("Ctrl J");
        key.getStyleClass().add("key");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        toggle.getStyleClass().add("small");
        var head = new HBox(toggle, title, new LogCounts(store), gap, tools, key);
        head.getStyleClass().add("log-dock-head");
        return head;
    }

    private HBox tools(LogViewModel model) {
        filter.setPromptText("service=BoilerWatch level=warning");
        filter.textProperty().subscribe(words -> model.filter().set(LogFilter.parse(words)));
        HBox box = Fields.withIcon(Icons.FILTER, filter);
        box.getStyleClass().addAll("small", "log-dock-filter");
        var follow = new FollowButton(model);
        follow.getStyleClass().add("small");
        var row = new HBox(box, follow);
        row.getStyleClass().add("row");
        return row;
    }
}
