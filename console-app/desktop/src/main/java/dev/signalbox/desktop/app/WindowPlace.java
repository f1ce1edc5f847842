// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.app;

import dev.signalbox.desktop.kit.Place;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;

/// Puts the window where it was when it was closed last, and remembers where it is.
final class WindowPlace {
    private final Stage stage;
    private final Habits habits;
    private Rectangle2D free = Rectangle2D.EMPTY;

    WindowPlace(Stage stage, Habits habits) {
        this.stage = stage;
        this.habits = habits;
        stage.xProperty().subscribe(this::moved);
        stage.yProperty().subscribe(this::moved);
        stage.widthProperty().subscribe(this::moved);
        stage.heightProperty().subscribe(this::moved);
    }

    /// What it has while it fills the screen is not where it goes back to.
    private void moved() {
        if (stage.isShowing() && !stage.isMaximized() && !stage.isIconified() && stage.getWidth() > 0) {
            free = new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        }
    }

    /// To be called once the window is shown.
    void restore() {
        habits.window().filter(WindowState::isUsable).ifPresent(before -> {
            stage.setX(before.x());
            stage.setY(before.y());
            stage.setWidth(before.width());
            stage.setHeight(before.height());
            stage.setMaximized(before.maximized());
        });
    }

    /// The page that was in front.
    Place page() {
        return habits.window().map(WindowState::page).orElse(Place.NODES);
    }

    /// @param page in front now
    void remember(Place page) {
        if (!free.equals(Rectangle2D.EMPTY)) {
            habits.remember(new WindowState(
                    free.getMinX(), free.getMinY(), free.getWidth(), free.getHeight(), stage.isMaximized(), page));
        }
    }
}
