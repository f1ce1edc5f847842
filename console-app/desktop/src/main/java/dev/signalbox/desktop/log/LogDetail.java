// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.log;

import dev.signalbox.operator.live.LogEvent;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/// The one marked line, whole: a row shows only its beginning.
final class LogDetail extends VBox {
    private final LogViewModel model;
    private final TextArea words = new TextArea();

    LogDetail(LogViewModel model) {
        this.model = model;
        getStyleClass().add("log-detail");
        words.setAccessibleText("The marked line");
        words.setEditable(false);
        words.setWrapText(true);
        words.setPrefRowCount(4);
        words.getStyleClass().addAll("mono", "log-detail-words");
        getChildren().add(words);
        managedProperty().bind(visibleProperty());
        model.selection().subscribe(this::show);
    }

    private void show(LogSelection marked) {
        boolean one = !marked.isEmpty() && marked.from() == marked.to() && marked.from() >= model.first();
        setVisible(one);
        if (one) {
            words.setText(whole(model.at(marked.from())));
        }
    }

    private static String whole(LogEvent event) {
        var line = event.line();
        String fault = line.faultCode() + " " + line.faultDescription();
        return line.at() + "  " + event.node() + "  " + line.step() + "\n" + line.text()
                + (fault.isBlank() ? "" : "\n" + fault.strip());
    }
}
