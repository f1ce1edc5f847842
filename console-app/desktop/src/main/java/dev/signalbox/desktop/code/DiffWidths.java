// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import dev.signalbox.desktop.kit.TextSize;
import javafx.beans.binding.DoubleBinding;
import javafx.geometry.Orientation;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextFlow;

/// How wide the sides of a comparison are, and how far both are moved for lines that are longer.
final class DiffWidths {
    private static final double UP_DOWN_BAR = 14;
    private static final double NUMBER = 52;
    /// JetBrains Mono at 13 px: each character is 0.6 of it.
    private static final double CHARACTER = 7.8;

    private final DoubleBinding half;
    private final ScrollBar bar = new ScrollBar();

    DiffWidths(ListView<?> list, DiffViewModel model) {
        half = list.widthProperty().subtract(UP_DOWN_BAR).divide(2);
        bar.setId("diff-along");
        bar.setOrientation(Orientation.HORIZONTAL);
        bar.maxProperty()
                .bind(model.longest()
                        .add(1)
                        .multiply(TextSize.px(CHARACTER))
                        .add(TextSize.px(NUMBER))
                        .subtract(half)
                        .map(beyond -> Math.max(0, beyond.doubleValue())));
        bar.visibleAmountProperty().bind(half);
        bar.setUnitIncrement(CHARACTER * 4);
        bar.visibleProperty().bind(bar.maxProperty().greaterThan(0));
        bar.managedProperty().bind(bar.visibleProperty());
        bar.maxProperty().subscribe(most -> bar.setValue(Math.min(bar.getValue(), most.doubleValue())));
        list.addEventFilter(ScrollEvent.SCROLL, this::scrolled);
    }

    private void scrolled(ScrollEvent event) {
        if (Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            bar.setValue(Math.clamp(bar.getValue() - event.getDeltaX(), 0, bar.getMax()));
            event.consume();
        }
    }

    DoubleBinding half() {
        return half;
    }

    /// Moves both sides along their lines.
    ScrollBar bar() {
        return bar;
    }

    /// The part of a line that can be seen.
    Pane window(TextFlow line) {
        var window = new Pane(line);
        var edge = new Rectangle();
        edge.widthProperty().bind(window.widthProperty());
        edge.heightProperty().bind(window.heightProperty());
        window.setClip(edge);
        window.prefWidthProperty().bind(half.subtract(TextSize.px(NUMBER)));
        window.setMinWidth(0);
        line.translateXProperty().bind(bar.valueProperty().negate());
        return window;
    }
}
