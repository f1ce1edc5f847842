// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A signal lamp. Each state has a shape as well as a colour: a full disc, an upright slot, a level slot, a ring.
public final class Lamp extends StackPane {
    /// What a lamp can say.
    public enum State {
        /// All is well.
        CLEAR("clear"),
        /// On its way, or in doubt.
        CAUTION("caution"),
        /// Something must be done.
        DANGER("danger"),
        /// Not there.
        DARK("dark");

        private final String style;

        State(String style) {
            this.style = style;
        }
    }

    private State state;

    public Lamp(State state) {
        this.state = state;
        var slot = new Region();
        slot.getStyleClass().add("lamp-slot");
        getChildren().add(slot);
        show(state);
    }

    public void show(State now) {
        if (now == state && getStyleClass().contains(now.style)) {
            return;
        }
        state = now;
        getStyleClass().setAll("lamp", now.style);
        setAccessibleText(now.style);
    }

    public State state() {
        return state;
    }
}
