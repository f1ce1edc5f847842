// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What a page shows when it has nothing: what would be here, and what to do about it.
public final class EmptyState extends VBox {
    /// @param actions buttons or other nodes that lead out of emptiness; may be none
    public EmptyState(Icons icon, String title, String advice, Node... actions) {
        getStyleClass().add("empty-state");
        var heading = new Label(title);
        heading.getStyleClass().add("empty-title");
        var words = new Label(advice);
        words.getStyleClass().add("empty-advice");
        words.setWrapText(true);
        getChildren().addAll(icon.node("icon-large"), heading, words);
        getChildren().addAll(actions);
    }
}
