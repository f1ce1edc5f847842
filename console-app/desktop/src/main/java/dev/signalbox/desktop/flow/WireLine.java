// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.operator.flow.Flow.Step;
import dev.signalbox.operator.flow.Flow.Wire;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.shape.CubicCurve;

/// A wire on the canvas, with a wider line nobody sees so that it is easy to hit.
final class WireLine extends Group implements Drawn {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass LIVE = PseudoClass.getPseudoClass("live");

    private static final double CONDITION_HEIGHT = 20;
    private static final double CONDITION_WIDTH = 160;
    /// Less shows no word.
    private static final double LEAST_CONDITION_WIDTH = 32;
    /// Between the condition and the ports at both ends.
    private static final double GAP = 12;

    private final CubicCurve seen = curve("wire");
    private final CubicCurve felt = curve("wire-felt");
    private final Label condition = new Label();
    private final Selection alone;
    private Point2D middle = Point2D.ZERO;

    /// @param wire empty for one that is just being drawn
    WireLine(Optional<Wire> wire) {
        super();
        alone = wire.map(Selection::of).orElse(Selection.NOTHING);
        String carries = wire.map(Wire::condition).orElse("");
        getChildren().addAll(felt, seen);
        seen.setMouseTransparent(true);
        if (!carries.isEmpty()) {
            condition.setText(carries);
            condition.setTooltip(new Tooltip(carries));
            condition.getStyleClass().add("wire-condition");
            condition.widthProperty().subscribe(width -> centre());
            getChildren().add(condition);
        }
    }

    private void centre() {
        condition.setLayoutX(middle.getX() - condition.getWidth() / 2);
    }

    private static CubicCurve curve(String style) {
        var curve = new CubicCurve();
        curve.getStyleClass().add(style);
        return curve;
    }

    void between(Step from, Step to) {
        to(Geometry.outX(from), Geometry.portY(from), to.x(), Geometry.portY(to));
    }

    void to(double fromX, double fromY, double toX, double toY) {
        double reach = Geometry.reach(fromX, toX);
        for (CubicCurve curve : new CubicCurve[] {seen, felt}) {
            curve.setStartX(fromX);
            curve.setStartY(fromY);
            curve.setControlX1(fromX + reach);
            curve.setControlY1(fromY);
            curve.setControlX2(toX - reach);
            curve.setControlY2(toY);
            curve.setEndX(toX);
            curve.setEndY(toY);
        }
        middle = new Point2D((fromX + toX) / 2, (fromY + toY) / 2);
        boolean besideSteps = Math.abs(toY - fromY) < Geometry.STEP_HEIGHT;
        condition.setMaxWidth(
                besideSteps
                        ? Math.clamp(Math.abs(toX - fromX) - 2 * GAP, LEAST_CONDITION_WIDTH, CONDITION_WIDTH)
                        : CONDITION_WIDTH);
        condition.setLayoutY(middle.getY() - CONDITION_HEIGHT / 2);
        centre();
    }

    void show(boolean chosen) {
        seen.pseudoClassStateChanged(SELECTED, chosen);
    }

    /// Whether something comes through it.
    void showLive(boolean live) {
        seen.pseudoClassStateChanged(LIVE, live);
    }

    @Override
    public Selection alone() {
        return alone;
    }

    /// Where what it carries is told.
    Point2D middle() {
        return middle;
    }
}
