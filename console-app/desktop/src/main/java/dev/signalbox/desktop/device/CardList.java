// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A few cards below each other, or what to do while there are none.
final class CardList<T> extends StackPane {
    private final VBox cards = new VBox();

    CardList(ObservableList<T> items, Node none, Function<T, Node> card) {
        cards.getStyleClass().add("card-list");
        var scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        getChildren().addAll(none, scroll);
        none.visibleProperty().bind(Bindings.isEmpty(items));
        scroll.visibleProperty().bind(Bindings.isNotEmpty(items));
        items.addListener((ListChangeListener<T>) change -> show(items, card));
        show(items, card);
    }

    private void show(ObservableList<T> items, Function<T, Node> card) {
        cards.getChildren().setAll(items.stream().map(card).toList());
    }
}
