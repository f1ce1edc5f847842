// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.tryout;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// One line of what a service did: the kind at the left, the words beside it.
final class TryCell extends ListCell<TryRow> {
    private static final int LONG = 80;

    private final Label kind = new Label();
    private final Label words = new Label();
    private final HBox line = new HBox(kind, words);

    TryCell() {
        kind.getStyleClass().add("try-kind");
        words.getStyleClass().add("mono");
        words.setTextOverrun(OverrunStyle.ELLIPSIS);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        line.getStyleClass().add("row");
        // as wide as the list, so that a long body ends in dots and nothing scrolls sideways
        line.setMinWidth(0);
        line.setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable TryRow row, boolean empty) {
        super.updateItem(row, empty);
        setGraphic(empty ? null : line);
        if (row != null) {
            kind.setText(row.kind());
            words.setText(row.words());
            words.setTooltip(row.words().length() > LONG ? tip(row.words()) : null);
            line.getStyleClass().setAll("row", "try-row", row.style());
        }
    }

    private static Tooltip tip(String words) {
        var tip = new Tooltip(words);
        tip.setWrapText(true);
        return tip;
    }
}
