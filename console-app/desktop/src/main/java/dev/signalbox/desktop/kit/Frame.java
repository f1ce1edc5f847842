// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import dev.signalbox.protocol.report.Problem;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What the content of a page stands in: a banner for the last problem over the work, or over what to do while there is
/// none.
public final class Frame extends VBox {
    /// Kept, because what it is made of holds it weakly.
    private final ObservableValue<Optional<Problem>> problem;

    /// @param none shown in the place of the work while it is empty
    public Frame(Node work, Node none, ObservableValue<Boolean> empty, ObservableValue<Optional<Problem>> problem) {
        var problems = new Problems();
        none.visibleProperty().bind(empty);
        work.visibleProperty().bind(empty.map(it -> !it));
        var either = new StackPane(work, none);
        VBox.setVgrow(either, Priority.ALWAYS);
        getStyleClass().add("page");
        getChildren().addAll(problems, either);
        this.problem = problem;
        this.problem.subscribe(found -> found.ifPresentOrElse(problems::show, problems::clear));
    }
}
