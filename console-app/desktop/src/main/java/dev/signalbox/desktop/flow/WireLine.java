// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import dev.signalbox.operator.flow.Flow.Step;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.shape.CubicCurve;

/// A wire on the canvas, with a wider line nobody sees so that it is easy to hit.
final class WireLine extends Group {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass LIVE = PseudoClass.getPseudoClass("live");

    private final CubicCurve seen = curve("wire");
    private final CubicCurve felt = curve("wire-felt");

    WireLine() {
        super();
        getChildren().addAll(felt, seen);
        seen.setMouseTransparent(true);
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
    }

    void show(boolean chosen, boolean live) {
        seen.pseudoClassStateChanged(SELECTED, chosen);
        seen.pseudoClassStateChanged(LIVE, live);
    }
}
