// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.fleet;

import dev.signalbox.desktop.kit.Menus;
import dev.signalbox.protocol.release.Switches;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// What can be done with the node that is looked at.
final class NodeMenu extends MenuButton {
    private static final String[] SPANS = {"15 minutes", "hour", "day", "week"};

    private final Actions actions;
    private final MenuItem maintenance = new MenuItem();
    private final MenuItem enabling = new MenuItem();
    private Switches switches = Switches.ALL_ON;

    /// What a person may want of a node.
    interface Actions {
        void ping();

        void sync();

        void restart();

        void logLevel();

        /// @param span of the last time, one of the words of the menu
        void collect(java.time.Duration span);

        /// @param on whether it is to begin
        void maintenance(boolean on);

        /// @param on whether its steps are to run
        void enable(boolean on);
    }

    NodeMenu(Actions actions) {
        super("Actions");
        this.actions = actions;
        setId("node-actions");
        setAccessibleText("What to do with this node");
        setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("node-menu");
        maintenance.setOnAction(chosen -> actions.maintenance(!switches.maintenance()));
        enabling.setOnAction(chosen -> actions.enable(switches.node()));
        getItems()
                .setAll(
                        Menus.item("Ping", false, actions::ping),
                        Menus.item("Sync", false, actions::sync),
                        Menus.item("Restart…", false, actions::restart),
                        new SeparatorMenuItem(),
                        collect(),
                        Menus.item("Log level…", false, actions::logLevel),
                        new SeparatorMenuItem(),
                        maintenance,
                        enabling);
        show(Switches.ALL_ON);
    }

    private Menu collect() {
        var collect = new Menu("Collect log of the last");
        java.time.Duration[] spans = {
            java.time.Duration.ofMinutes(15),
            java.time.Duration.ofHours(1),
            java.time.Duration.ofDays(1),
            java.time.Duration.ofDays(7)
        };
        for (int i = 0; i < spans.length; i++) {
            java.time.Duration span = spans[i];
            collect.getItems().add(Menus.item(SPANS[i], false, () -> actions.collect(span)));
        }
        return collect;
    }

    /// Of another node, or switched since.
    void show(Switches now) {
        switches = now;
        maintenance.setText(now.maintenance() ? "End maintenance" : "Begin maintenance…");
        enabling.setText(now.node() ? "Enable" : "Disable…");
    }
}
