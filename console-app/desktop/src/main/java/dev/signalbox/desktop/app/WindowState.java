// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.app;

import dev.signalbox.desktop.kit.Place;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;

/// Where the window was and what it showed. Lengths are in pixels of the screen's coordinates.
///
/// @param x of its upper left corner when it did not fill the screen
/// @param maximized whether it filled the screen
/// @param page the one in front
record WindowState(double x, double y, double width, double height, boolean maximized, Place page) {
    private static final double LEAST = 320;
    private static final double MOST = 32_768;

    /// Whether a person could find and use a window there: screens come and go, and files get spoiled.
    boolean isUsable() {
        return width >= LEAST
                && height >= LEAST
                && width <= MOST
                && height <= MOST
                && Screen.getScreens().stream().anyMatch(this::headIsOn);
    }

    private boolean headIsOn(Screen screen) {
        Rectangle2D all = screen.getVisualBounds();
        return all.intersects(x + width / 4, y, width / 2, 1);
    }
}
