// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A titled part of a pane.
public final class Section extends VBox {
    private final HBox head;

    public Section(String title, Node... content) {
        getStyleClass().add("section");
        var words = new Label(title);
        words.getStyleClass().add("section-title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head = new HBox(words, gap);
        head.getStyleClass().add("row");
        getChildren().add(head);
        getChildren().addAll(content);
    }

    /// Puts controls at the right of the title.
    public Section with(Node... controls) {
        head.getChildren().addAll(controls);
        return this;
    }
}
