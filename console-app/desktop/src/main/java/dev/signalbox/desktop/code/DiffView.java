// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.TextSize;
import javafx.beans.binding.DoubleBinding;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Texts side by side with what differs marked; F8 and Shift+F8 lead from one difference to the next.
public final class DiffView extends VBox {
    /// How many rows stand above the difference that is looked at.
    private static final int ABOVE = 4;
    /// Usual height of a row in pixels.
    private static final double LINE = 22;

    private final DiffViewModel model;
    private final ListView<DiffRow> list;
    private final Label words = new Label();
    private final Button next = Buttons.quiet(Icons.DOWN, "Next difference (F8)");
    private final Button previous = Buttons.quiet(Icons.UP, "Previous difference (Shift+F8)");

    /// @param left stands above the left side
    /// @param right stands above the right side
    public DiffView(DiffViewModel model, Node left, Node right) {
        this.model = model;
        list = new ListView<>(model.rows());
        list.setId("diff");
        list.getStyleClass().add("diff-list");
        list.setAccessibleText("Differences");
        var widths = new DiffWidths(list, model);
        list.fixedCellSizeProperty().bind(TextSize.px(LINE));
        list.setCellFactory(view -> new DiffCell(model, widths));
        VBox.setVgrow(list, Priority.ALWAYS);
        getStyleClass().add("diff");
        getChildren().addAll(head(left, right, widths.half()), list, widths.bar());
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.at().subscribe(ignored -> tell());
        model.count().subscribe(ignored -> tell());
    }

    private HBox head(Node left, Node right, DoubleBinding half) {
        words.setId("diff-words");
        words.getStyleClass().addAll("muted", "small-words");
        words.setMinWidth(Region.USE_PREF_SIZE);
        next.setId("diff-next");
        previous.setId("diff-previous");
        next.getStyleClass().add("small");
        previous.getStyleClass().add("small");
        next.setOnAction(e -> model.personGoesOn());
        previous.setOnAction(e -> model.personGoesBack());
        var way = new HBox(right, words, previous, next);
        HBox.setHgrow(right, Priority.ALWAYS);
        way.getStyleClass().add("diff-side");
        var from = new HBox(left);
        from.getStyleClass().add("diff-side");
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(way, Priority.ALWAYS);
        from.prefWidthProperty().bind(half);
        from.minWidthProperty().bind(half);
        var head = new HBox(from, way);
        head.getStyleClass().add("diff-head");
        return head;
    }

    /// The person walks through the differences with the keys.
    public void takesKeys() {
        list.requestFocus();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.F8) {
            (event.isShiftDown() ? previous : next).fire();
            event.consume();
        }
    }

    private void tell() {
        words.setText(model.words());
        next.setDisable(model.at().get() >= model.count().get());
        previous.setDisable(model.at().get() <= 1);
        if (model.row() >= 0) {
            list.getSelectionModel().clearAndSelect(model.row());
            list.scrollTo(Math.max(0, model.row() - ABOVE));
        }
    }
}
