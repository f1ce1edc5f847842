// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.fleet;

import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Menus;
import dev.signalbox.protocol.action.StepDeed;
import dev.signalbox.protocol.release.StepAddress;
import dev.signalbox.protocol.report.StepReport;
import dev.signalbox.protocol.report.StepState;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// What can be done with a step: a button in its row, and the same under the right mouse button.
final class StepMenu {
    private final Actions actions;
    private int open;

    /// What a person may want of a step.
    interface Actions {
        void restart(StepAddress step);

        void stop(StepAddress step);

        void start(StepAddress step);

        /// Has it stand still, do one thing, or go on.
        void step(StepAddress step, StepDeed deed);

        void call(StepAddress step);

        /// @param on whether it is to run
        void enable(StepAddress step, boolean on);
    }

    StepMenu(Actions actions) {
        this.actions = actions;
    }

    /// Whether a person has one open, which must not be taken away.
    boolean isOpen() {
        return open > 0;
    }

    /// The button for a row.
    ///
    /// @param disabled whether an operator disabled this very step
    MenuButton button(StepReport step, boolean disabled) {
        var button = new MenuButton();
        button.setGraphic(Icons.MORE.node("icon-small"));
        button.setId("step-menu-" + step.step());
        button.setAccessibleText("What to do with " + step.step());
        button.getStyleClass().addAll("quiet", "step-menu");
        button.getItems().setAll(items(step, disabled));
        button.showingProperty().subscribe((was, is) -> open += is ? 1 : -1);
        return button;
    }

    /// Opens over a row under the right mouse button, and with the keyboard's menu key.
    void join(Node row, StepReport step, boolean disabled) {
        row.setOnContextMenuRequested(asked -> {
            var menu = new ContextMenu();
            menu.getItems().setAll(items(step, disabled));
            menu.showingProperty().subscribe((was, is) -> open += is ? 1 : -1);
            menu.show(row, asked.getScreenX(), asked.getScreenY());
            asked.consume();
        });
    }

    private List<MenuItem> items(StepReport report, boolean disabled) {
        StepAddress step = report.step();
        boolean stopped = report.state() == StepState.STOPPED;
        boolean paused = report.state() == StepState.PAUSED;
        boolean takesMessages = paused || report.state() == StepState.RUNNING;
        return List.of(
                Menus.item("Restart", false, () -> actions.restart(step)),
                Menus.item("Start", !stopped && report.state() != StepState.QUARANTINED, () -> actions.start(step)),
                Menus.item("Stop…", stopped, () -> actions.stop(step)),
                new SeparatorMenuItem(),
                paused
                        ? Menus.item("Resume", false, () -> actions.step(step, StepDeed.RESUME))
                        : Menus.item("Pause", !takesMessages, () -> actions.step(step, StepDeed.PAUSE)),
                Menus.item("Next message or timer", !paused, () -> actions.step(step, StepDeed.NEXT)),
                new SeparatorMenuItem(),
                Menus.item("Call a method…", !takesMessages, () -> actions.call(step)),
                new SeparatorMenuItem(),
                disabled
                        ? Menus.item("Enable", false, () -> actions.enable(step, true))
                        : Menus.item("Disable…", false, () -> actions.enable(step, false)));
    }
}
