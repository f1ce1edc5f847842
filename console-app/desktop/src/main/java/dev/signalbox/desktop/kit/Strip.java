// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A few views of one thing, of which one shows: their names in a row over it.
public final class Strip extends VBox {
    private final ToggleGroup group = new ToggleGroup();
    private final HBox names = new HBox();
    private final StackPane room = new StackPane();

    private final String id;

    /// @param id what the ids of the names begin with
    public Strip(String id) {
        this.id = id;
        names.getStyleClass().add("strip");
        VBox.setVgrow(room, Priority.ALWAYS);
        getChildren().addAll(names, room);
        group.selectedToggleProperty().addListener((its, before, now) -> {
            if (now == null) {
                before.setSelected(true);
            }
        });
    }

    /// Brings the view of that name to the front.
    public void choose(String name) {
        group.getToggles().stream()
                .filter(toggle -> toggle instanceof ToggleButton button
                        && button.getText().equals(name))
                .forEach(toggle -> toggle.setSelected(true));
    }

    /// Adds a view; the first one shows at first.
    public Strip with(String name, Node view) {
        var button = new ToggleButton(name);
        button.setId(id + "-" + name.toLowerCase(Locale.ROOT));
        button.getStyleClass().add("strip-name");
        button.setToggleGroup(group);
        view.visibleProperty().bind(button.selectedProperty());
        names.getChildren().add(button);
        room.getChildren().add(view);
        if (group.getToggles().size() == 1) {
            button.setSelected(true);
        }
        return this;
    }
}
