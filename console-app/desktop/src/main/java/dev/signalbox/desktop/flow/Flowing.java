// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.desktop.kit.Counts;
import dev.signalbox.desktop.kit.Rates;
import dev.signalbox.workbench.figures.WireFigures;
import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;

/// At the middle of a wire: how fast it carries above it, how many it has carried below it. It stays as large on the
/// screen when the canvas is made small, where the total is left out. It only ever grows in width, so that nothing
/// jumps.
final class Flowing extends VBox {
    private static final double SMALLEST = 0.85;
    private static final double TOO_SMALL_FOR_BOTH = 0.6;

    private final Label rate = label("wire-rate");
    private final Label count = label("wire-count");
    private double middleX;
    private double middleY;

    /// @param conditional whether the wire's condition stands between the two
    Flowing(ReadOnlyDoubleProperty zoom, boolean conditional) {
        getStyleClass().add(conditional ? "wire-figures-around" : "wire-figures");
        setMouseTransparent(true);
        setVisible(false);
        getChildren().addAll(rate, count);
        var scale = new Scale();
        scale.xProperty().bind(zoom.map(now -> Math.max(1, SMALLEST / now.doubleValue())));
        scale.yProperty().bind(scale.xProperty());
        scale.pivotXProperty().bind(widthProperty().divide(2));
        scale.pivotYProperty().bind(heightProperty().divide(2));
        getTransforms().add(scale);
        count.visibleProperty().bind(zoom.map(now -> now.doubleValue() >= TOO_SMALL_FOR_BOTH));
        layoutBoundsProperty().subscribe(ignored -> centre());
    }

    private static Label label(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    void middle(double x, double y) {
        middleX = x;
        middleY = y;
        centre();
    }

    private void centre() {
        setLayoutX(middleX - getWidth() / 2);
        setLayoutY(middleY - getHeight() / 2);
    }

    /// Nothing, for a wire that never was.
    void show(Optional<WireFigures> figures) {
        setVisible(figures.isPresent());
        figures.ifPresent(now -> {
            rate.setVisible(now.perSecond().isPresent());
            steady(rate, now.perSecond().map(Rates::perSecond).orElse(""));
            steady(count, Counts.words(now.carried()));
        });
    }

    /// Each character is as wide as another, and a shorter text keeps the room of the longest before it.
    private static void steady(Label label, String words) {
        int longest = label.getText().length();
        label.setText(" ".repeat(Math.max(0, longest - words.length())) + words);
    }
}
