// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import java.util.function.BiConsumer;
import javafx.scene.control.TableCell;

/// A cell of a table that is emptied, and then filled by the one who knows how to show the value.
public final class ShownCell<R, T> extends TableCell<R, T> {
    private final BiConsumer<TableCell<R, T>, T> show;

    public ShownCell(BiConsumer<TableCell<R, T>, T> show) {
        this.show = show;
    }

    @Override
    protected void updateItem(T value, boolean empty) {
        super.updateItem(value, empty);
        setText(null);
        setGraphic(null);
        setTooltip(null);
        if (!empty && value != null) {
            show.accept(this, value);
        }
    }
}
