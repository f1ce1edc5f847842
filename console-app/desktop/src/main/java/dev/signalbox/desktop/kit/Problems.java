// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import dev.signalbox.protocol.report.Problem;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A banner that says what went wrong, what to do, and the code to look up. Takes no room while there is nothing.
public final class Problems extends HBox {
    private final Label what = words("problem-what");
    private final Label remedy = words("problem-remedy");
    private final Label code = words("problem-code");

    public Problems() {
        getStyleClass().add("problems");
        var sentences = new VBox(what, remedy, code);
        HBox.setHgrow(sentences, Priority.ALWAYS);
        getChildren().addAll(Icons.ERROR.node(), sentences, closing());
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    public void show(Problem problem) {
        what.setText(problem.what());
        remedy.setText(problem.remedy());
        code.setText(problem.code());
        setVisible(true);
    }

    public void clear() {
        setVisible(false);
    }

    private Button closing() {
        Button close = Buttons.quiet(Icons.CLOSE, "Hide this message");
        close.setOnAction(e -> clear());
        return close;
    }

    private static Label words(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        return label;
    }
}
