// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Something to think about before one goes on, in amber, with what to answer it by.
public final class Warning extends HBox {
    private static final PseudoClass IDLE = PseudoClass.getPseudoClass("idle");

    /// @param words why; may be empty
    public Warning(String title, String words, Node... below) {
        getStyleClass().add("warning-box");
        var heading = new Label(title);
        heading.getStyleClass().add("strong");
        heading.setWrapText(true);
        var reason = Fields.quiet(words);
        reason.getStyleClass().add("small-words");
        var all = new VBox(heading);
        if (!words.isEmpty()) {
            all.getChildren().add(reason);
        }
        all.getChildren().addAll(below);
        HBox.setHgrow(all, Priority.ALWAYS);
        getChildren().addAll(Icons.WARNING.node(), all);
    }

    /// Without its colour while there is nothing to be warned of.
    public void idle(boolean idle) {
        pseudoClassStateChanged(IDLE, idle);
    }
}
