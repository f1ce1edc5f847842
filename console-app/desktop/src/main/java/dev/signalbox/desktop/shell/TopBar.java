// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.shell;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Lamp;
import dev.signalbox.desktop.kit.Place;
import dev.signalbox.desktop.kit.Theme;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Which workspace this is, whether its hub answers, and the Release button.
public final class TopBar extends HBox {
    private static final int WAY_BACK = 4;

    private final ShellViewModel model;

    public TopBar(ShellViewModel model, String workspace, ObjectProperty<Theme> theme) {
        this.model = model;
        getStyleClass().add("top-bar");
        var name = new Label(workspace);
        name.getStyleClass().add("pane-title");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(new Logo(), name, new Separator(Orientation.VERTICAL), hub(), gap, lights(theme));
    }

    /// Shows the Release button, the one thing the console is for.
    ///
    /// @param release opens the dialog
    public void offersRelease(Runnable release) {
        Button button = Buttons.primary("Release…", release);
        button.setId("release");
        getChildren().add(getChildren().size() - 1, button);
    }

    /// Shows where commands are found by name.
    ///
    /// @param find opens the palette
    public void offersCommands(Runnable find) {
        var words = new Label("Do, open or go to…");
        words.getStyleClass().add("muted");
        var key = new Label("Ctrl K");
        key.getStyleClass().add("key");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var content = new HBox(Icons.SEARCH.node("icon-small"), words, gap, key);
        content.getStyleClass().add("row");
        Button button = Buttons.plain("", find);
        button.setGraphic(content);
        button.setId("find-command");
        button.setAccessibleText("Do, open or go to");
        getChildren().add(getChildren().size() - 1, button);
    }

    /// Shows the way back over a link, while there is one.
    ///
    /// @param back goes there
    public void offersWayBack(Trail trail, Runnable back) {
        Button button = Buttons.quiet(Icons.BACK, "Back to where the link was (Alt+Left)", back);
        button.setId("way-back");
        button.textProperty()
                .bind(trail.last().map(place -> place.map(Place::title).orElse("")));
        button.visibleProperty().bind(trail.last().map(Optional::isPresent));
        button.setMinWidth(USE_PREF_SIZE);
        getChildren().add(WAY_BACK, button);
    }

    private HBox hub() {
        var lamp = new Lamp(Lamp.State.CLEAR);
        var words = new Label();
        words.getStyleClass().addAll("muted", "small-words");
        model.hubUp().subscribe(up -> {
            lamp.show(up ? Lamp.State.CLEAR : Lamp.State.DANGER);
            words.setText(up ? "Hub connected" : "Hub out of reach, trying again");
        });
        var row = new HBox(lamp, words);
        row.getStyleClass().add("row");
        return row;
    }

    private static Button lights(ObjectProperty<Theme> theme) {
        Button button = Buttons.quiet(Icons.LIGHT_THEME, "Light or dark");
        button.setId("theme");
        button.setOnAction(e -> theme.set(theme.get().other()));
        theme.subscribe(now -> button.setGraphic((now == Theme.LIGHT ? Icons.DARK_THEME : Icons.LIGHT_THEME).node()));
        return button;
    }
}
