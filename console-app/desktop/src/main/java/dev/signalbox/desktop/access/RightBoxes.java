// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.access;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A box to tick for each right, with what it lets its holder do.
final class RightBoxes extends VBox {
    private final Map<Right, CheckBox> boxes = new EnumMap<>(Right.class);

    private final String prefix;

    /// @param prefix what the boxes' ids begin with
    /// @param ticks what the person ticked or unticked
    RightBoxes(String prefix, BiConsumer<Right, Boolean> ticks) {
        this.prefix = prefix;
        getStyleClass().add("right-boxes");
        for (Right right : Right.values()) {
            getChildren().add(row(right, ticks));
        }
    }

    private Node row(Right right, BiConsumer<Right, Boolean> ticks) {
        var box = new CheckBox(right.title());
        box.setId(prefix + right.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        box.setOnAction(e -> ticks.accept(right, box.isSelected()));
        boxes.put(right, box);
        var meaning = new Label(right.meaning());
        meaning.getStyleClass().addAll("muted", "small-words", "right-meaning");
        meaning.setWrapText(true);
        return new VBox(box, meaning);
    }

    /// Whether the person may tick and untick.
    void lock(boolean locked) {
        boxes.values().forEach(box -> box.setDisable(locked));
    }

    void show(Set<Right> rights) {
        boxes.forEach((right, box) -> box.setSelected(rights.contains(right)));
    }
}
