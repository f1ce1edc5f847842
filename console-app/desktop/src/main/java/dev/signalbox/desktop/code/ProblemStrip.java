// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.workbench.editing.Mark;
import dev.signalbox.workbench.editing.Severity;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// What is wrong with the text, one a line; a click goes there. Takes no room while nothing is.
public final class ProblemStrip extends ScrollPane {
    private final BiConsumer<Integer, Integer> goTo;
    private final VBox rows = new VBox();

    public ProblemStrip(BiConsumer<Integer, Integer> goTo) {
        super();
        this.goTo = goTo;
        setId("problem-strip");
        setContent(rows);
        setFitToWidth(true);
        getStyleClass().add("problem-strip");
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    public Subscription follow(Checking checking) {
        return checking.marks().subscribe(this::show);
    }

    private void show(List<Mark> marks) {
        setVisible(!marks.isEmpty());
        rows.getChildren().setAll(marks.stream().map(this::row).toList());
    }

    private Node row(Mark mark) {
        boolean error = mark.severity() == Severity.ERROR;
        var words = new Label(mark.message().replace('\n', ' '));
        var where = new Label("Line " + mark.line() + ", column " + mark.column());
        where.getStyleClass().addAll("subtle", "problem-where");
        var row = new HBox((error ? Icons.ERROR : Icons.WARNING).node("icon-small"), where, words);
        row.getStyleClass().addAll("problem-row", error ? "error" : "warning");
        row.setOnMouseClicked(e -> goTo.accept(mark.line(), mark.column()));
        return row;
    }
}
