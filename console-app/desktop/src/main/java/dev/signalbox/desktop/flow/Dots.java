// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import javafx.scene.layout.Region;

/// The dotted grid behind the steps. It follows the viewport.
final class Dots extends Region {
    Dots(Viewport viewport) {
        getStyleClass().add("canvas-dots");
        setMouseTransparent(true);
        setManaged(false);
        viewport.moved().setOnTransformChanged(e -> follow(viewport));
        viewport.zoom().subscribe(zoom -> follow(viewport));
    }

    /// Stays a tile larger than what is seen, and moves within that tile.
    private void follow(Viewport viewport) {
        double tile = Geometry.GRID;
        setTranslateX(floorMod(viewport.moved().getX(), tile) - tile);
        setTranslateY(floorMod(viewport.moved().getY(), tile) - tile);
    }

    private static double floorMod(double value, double by) {
        return value - Math.floor(value / by) * by;
    }

    void cover(double width, double height) {
        resize(width + 2 * Geometry.GRID, height + 2 * Geometry.GRID);
    }
}
