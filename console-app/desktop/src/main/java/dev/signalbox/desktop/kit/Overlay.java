// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A card over the whole window. Escape and a click beside it close it; the keys then go where they went before.
public final class Overlay extends StackPane {
    private Optional<Node> before = Optional.empty();

    public Overlay(Region card) {
        getStyleClass().add("overlay");
        card.getStyleClass().add("overlay-card");
        card.setMaxHeight(USE_PREF_SIZE);
        card.setMaxWidth(USE_PREF_SIZE);
        StackPane.setAlignment(card, Pos.TOP_CENTER);
        getChildren().add(card);
        managedProperty().bind(visibleProperty());
        setVisible(false);
        addEventHandler(MouseEvent.MOUSE_PRESSED, click -> {
            if (click.getTarget().equals(this)) {
                close();
            }
        });
        Keys.onEscape(this, this::close);
    }

    /// Shows it, unless it is there already.
    ///
    /// @param first gets the keys
    public void open(Node first) {
        if (!isVisible()) {
            before = Optional.ofNullable(getScene().getFocusOwner());
            setVisible(true);
            toFront();
        }
        first.requestFocus();
    }

    public void close() {
        if (isVisible()) {
            setVisible(false);
            before.filter(node -> node.getScene() != null).ifPresent(Node::requestFocus);
            before = Optional.empty();
        }
    }
}
