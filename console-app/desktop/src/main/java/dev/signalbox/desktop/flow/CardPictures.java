// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.flow;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.util.Duration;

/// Has the toolkit keep each card as a picture, so that moving the canvas copies pictures and draws no words. While the
/// canvas is zoomed they would all be made anew at each step, so there are none until it rests.
final class CardPictures {
    private static final Duration REST = Duration.millis(300);

    private final Pane cards;
    private final PauseTransition rest = new PauseTransition(REST);

    CardPictures(Pane cards, ReadOnlyDoubleProperty zoom) {
        this.cards = cards;
        rest.setOnFinished(over -> keep(cards.getChildren(), true));
        cards.getChildren().addListener((ListChangeListener<Node>) this::changed);
        zoom.addListener((its, before, now) -> zoomed());
    }

    private void changed(ListChangeListener.Change<? extends Node> change) {
        while (change.next()) {
            keep(change.getAddedSubList(), true);
        }
    }

    private void zoomed() {
        keep(cards.getChildren(), false);
        rest.playFromStart();
    }

    private static void keep(List<? extends Node> nodes, boolean kept) {
        nodes.forEach(node -> node.setCache(kept));
    }
}
