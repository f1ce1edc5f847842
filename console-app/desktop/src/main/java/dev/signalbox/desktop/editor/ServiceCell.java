// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.desktop.kit.Lamp;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// One service: how it fares, its name, a dot while it is not saved, its language and newest version.
final class ServiceCell extends ListCell<ServiceRow> {
    private final Lamp lamp = new Lamp(Lamp.State.DARK);
    private final Label name = new Label();
    private final Region dot = new Region();
    private final Tooltip about = new Tooltip();
    private final Label language = new Label();
    private final Label version = new Label();
    private final HBox row = new HBox(lamp, name, dot, language, version);

    ServiceCell() {
        super();
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        dot.getStyleClass().add("dirty-dot");
        Tooltip.install(dot, about);
        language.getStyleClass().addAll("tiny-words", "subtle");
        version.getStyleClass().addAll("mono", "tiny-words", "muted", "version-words");
        row.getStyleClass().add("row");
        row.setMinWidth(0);
        row.setPrefWidth(1);
    }

    @Override
    protected void updateItem(@Nullable ServiceRow item, boolean empty) {
        super.updateItem(item, empty);
        setGraphic(empty || item == null ? null : row);
        setId(item == null ? "" : "open-service-" + item.name());
        if (item != null) {
            lamp.show(item.lamp());
            name.setText(item.name());
            dot.setVisible(item.dirty() || item.draft());
            about.setText(item.dirty() ? "Not saved yet" : "Its newest version is a draft");
            dot.setOpacity(item.dirty() ? 1 : 0.45);
            language.setText(item.language());
            version.setText(item.version());
        }
    }
}
