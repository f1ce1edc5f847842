// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow.tap;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One line of a tap: when, what, how large, and what is missing before it.
final class TapCell extends ListCell<TapRow> {
    private final Label time = label("muted", "mono");
    private final Label injected = label("chip", "chip-warning");
    private final Label line = label("mono");
    private final Label size = label("muted", "small-words");
    private final Label before = label("muted", "small-words", "tap-gap");
    private final VBox content;

    TapCell() {
        injected.setText("injected");
        injected.managedProperty().bind(injected.visibleProperty());
        before.managedProperty().bind(before.textProperty().isNotEmpty());
        line.setMinWidth(0);
        line.setMaxWidth(Double.MAX_VALUE);
        line.setTextOverrun(OverrunStyle.ELLIPSIS);
        HBox.setHgrow(line, Priority.ALWAYS);
        time.setMinWidth(USE_PREF_SIZE);
        size.setMinWidth(USE_PREF_SIZE);
        injected.setMinWidth(USE_PREF_SIZE);
        var row = new HBox(time, injected, line, size);
        row.getStyleClass().add("row");
        content = new VBox(row, before);
        // as wide as the list, so that a long payload ends in dots and nothing scrolls sideways
        content.setMinWidth(0);
        content.setPrefWidth(0);
    }

    private static Label label(String... styles) {
        var label = new Label();
        label.getStyleClass().addAll(styles);
        return label;
    }

    @Override
    protected void updateItem(@Nullable TapRow row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(empty ? null : content);
        if (row != null) {
            time.setText(row.time());
            injected.setVisible(row.message().injected());
            line.setText(row.line());
            size.setText(row.size());
            before.setText(row.before());
        }
    }
}
