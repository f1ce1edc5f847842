// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.log;

import dev.signalbox.desktop.kit.Chip;
import javafx.beans.value.ObservableLongValue;
import javafx.scene.layout.HBox;

/// How many warnings and errors there were, as two chips that are there only when needed.
final class LogCounts extends HBox {
    LogCounts(LogStore store) {
        getStyleClass().add("row");
        getChildren()
                .addAll(
                        chip(store.warnings(), "warning", Chip.Tone.WARNING),
                        chip(store.errors(), "error", Chip.Tone.DANGER));
    }

    private static Chip chip(ObservableLongValue count, String noun, Chip.Tone tone) {
        var chip = new Chip("", tone);
        chip.managedProperty().bind(chip.visibleProperty());
        count.subscribe(now -> {
            long many = now.longValue();
            chip.setVisible(many > 0);
            chip.setText(String.format("%,d %s", many, many == 1 ? noun : noun + "s"));
        });
        return chip;
    }
}
