// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.log;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// The names of the columns, above them.
final class LogHead extends Region {
    private static final List<String> NAMES = List.of("Time (UTC)", "Node", "Service", "Level", "Message");

    private final Label measure = new Label("0123456789");
    private final List<Text> names = NAMES.stream().map(LogHead::name).toList();

    LogHead() {
        getStyleClass().add("log-head");
        measure.getStyleClass().add("log-measure");
        measure.setVisible(false);
        getChildren().add(measure);
        getChildren().addAll(names);
    }

    private static Text name(String name) {
        var text = new Text(name);
        text.setManaged(false);
        text.setTextOrigin(VPos.CENTER);
        text.getStyleClass().add("log-head-name");
        return text;
    }

    @Override
    protected void layoutChildren() {
        measure.applyCss();
        var columns = new LogColumns(measure.prefWidth(-1) / 10, getWidth());
        for (int i = 0; i < names.size(); i++) {
            names.get(i).setX(columns.x(i));
            names.get(i).setY(Math.rint(getHeight() / 2));
        }
    }
}
