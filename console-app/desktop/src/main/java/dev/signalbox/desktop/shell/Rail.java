// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.shell;

import dev.signalbox.desktop.kit.Page;
import dev.signalbox.desktop.kit.Place;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/// The pages, down the left side.
final class Rail extends VBox {
    private static final PseudoClass FRONT = PseudoClass.getPseudoClass("front");

    private final Map<Place, Button> buttons = new EnumMap<>(Place.class);

    Rail(List<Page> pages, Consumer<Place> go) {
        getStyleClass().add("rail");
        for (Page page : pages) {
            var button = new Button(page.title());
            button.setId("rail-" + page.title().toLowerCase(java.util.Locale.ROOT));
            button.setGraphic(page.icon().node("icon-rail"));
            button.setContentDisplay(ContentDisplay.TOP);
            button.getStyleClass().setAll("rail-button");
            button.setTooltip(new Tooltip(page.title() + " (Ctrl+" + (pages.indexOf(page) + 1) + ")"));
            button.setOnAction(e -> go.accept(page.place()));
            buttons.put(page.place(), button);
        }
        getChildren().addAll(buttons.values());
    }

    void front(Place place) {
        buttons.forEach((its, button) -> button.pseudoClassStateChanged(FRONT, its == place));
    }
}
