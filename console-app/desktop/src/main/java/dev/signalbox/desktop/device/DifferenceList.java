// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.desktop.kit.Chip;
import dev.signalbox.workbench.device.Difference;
import java.util.List;
import java.util.StringJoiner;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Where two sides of a twin differ: each path with what either side says.
final class DifferenceList extends ListView<Difference> {
    private final String left;
    private final String right;

    /// Desired against reported.
    DifferenceList() {
        this("desired", "reported", "The device reports all that is desired of it.");
    }

    /// @param same what to say when nothing differs
    DifferenceList(String left, String right, String same) {
        super();
        this.left = left;
        this.right = right;
        getStyleClass().add("difference-list");
        setAccessibleText("Differences, " + left + " and " + right);
        var none = new Label(same);
        none.getStyleClass().addAll("muted", "small-words");
        none.setWrapText(true);
        setPlaceholder(none);
        setCellFactory(list -> new Cell());
    }

    void show(List<Difference> differences) {
        if (!getItems().equals(differences)) {
            getItems().setAll(differences);
        }
    }

    /// In a few words.
    static String count(List<Difference> differences) {
        long differ = of(differences, Difference.Kind.DIFFERS);
        long missing = of(differences, Difference.Kind.MISSING);
        var words = new StringJoiner(" · ");
        words.setEmptyValue(differences.isEmpty() ? "none" : "only more than was asked for");
        if (differ > 0) {
            words.add(differ + (differ == 1 ? " differs" : " differ"));
        }
        if (missing > 0) {
            words.add(missing + " not reported");
        }
        return words.toString();
    }

    private static long of(List<Difference> differences, Difference.Kind kind) {
        return differences.stream().filter(one -> one.kind() == kind).count();
    }

    private final class Cell extends ListCell<Difference> {
        @Override
        protected void updateItem(Difference item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setGraphic(empty || item == null ? null : row(item));
        }
    }

    private Node row(Difference difference) {
        var path = new Label(difference.path());
        path.getStyleClass().addAll("mono", "small-words");
        path.setTooltip(new Tooltip(difference.path()));
        var head = new HBox(chip(difference.kind()), path);
        head.getStyleClass().add("row");
        var box = new VBox(head);
        box.getStyleClass().add("difference");
        box.setMaxWidth(Double.MAX_VALUE);
        box.prefWidthProperty().bind(widthProperty().subtract(40));
        if (!difference.desired().isEmpty()) {
            box.getChildren().add(value(left, difference.desired()));
        }
        if (!difference.reported().isEmpty()) {
            box.getChildren().add(value(right, difference.reported()));
        }
        return box;
    }

    private Chip chip(Difference.Kind kind) {
        return switch (kind) {
            case DIFFERS -> new Chip("differs", Chip.Tone.WARNING);
            case MISSING -> new Chip("not " + right, Chip.Tone.DANGER);
            case EXTRA -> new Chip("only " + right, Chip.Tone.PLAIN);
        };
    }

    private static Node value(String side, String json) {
        var name = new Label(side);
        name.getStyleClass().addAll("subtle", "tiny-words", "side-name");
        var value = new Label(json);
        value.getStyleClass().addAll("mono", "small-words");
        value.setTooltip(new Tooltip(json.length() > 1000 ? json.substring(0, 1000) + "…" : json));
        var row = new HBox(name, value);
        row.getStyleClass().add("row");
        return row;
    }
}
