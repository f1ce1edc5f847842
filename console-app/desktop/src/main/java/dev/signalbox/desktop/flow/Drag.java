// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import java.util.function.Consumer;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// A drag with the primary button that begins on a node, wherever it leads: it listens at the scene until the button is
/// released, because not every platform keeps telling the node where it began.
final class Drag {
    private final Consumer<MouseEvent> moved;
    private final Consumer<MouseEvent> dropped;

    private Drag(Consumer<MouseEvent> moved, Consumer<MouseEvent> dropped) {
        this.moved = moved;
        this.dropped = dropped;
    }

    /// @param moved told each move; use scene coordinates only
    /// @param dropped told once, only if there was a move
    static void from(Node node, Consumer<MouseEvent> moved, Consumer<MouseEvent> dropped) {
        node.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                new Drag(moved, dropped).begin(node.getScene());
            }
        });
    }

    private void begin(Scene scene) {
        var travelled = new boolean[1];
        EventHandler<MouseEvent> move = event -> {
            travelled[0] = true;
            moved.accept(event);
        };
        scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, move);
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, new EventHandler<>() {
            @Override
            public void handle(MouseEvent event) {
                scene.removeEventFilter(MouseEvent.MOUSE_DRAGGED, move);
                scene.removeEventFilter(MouseEvent.MOUSE_RELEASED, this);
                if (travelled[0]) {
                    dropped.accept(event);
                }
            }
        });
    }
}
