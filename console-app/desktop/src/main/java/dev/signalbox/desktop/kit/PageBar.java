// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The head of a page: its title at the left, what one can do at the right.
public final class PageBar extends HBox {
    private final Label count = new Label();

    /// @param actions such as the button that adds something
    public PageBar(String title, Node... actions) {
        getStyleClass().add("page-bar");
        var words = new Label(title);
        words.getStyleClass().add("pane-title");
        count.getStyleClass().add("subtle");
        count.managedProperty().bind(count.textProperty().isNotEmpty());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(words, count, gap);
        getChildren().addAll(actions);
    }

    /// How many there are, beside the title.
    public PageBar counting(ObservableValue<String> words) {
        count.textProperty().bind(words);
        return this;
    }
}
