// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.shell;

import dev.signalbox.desktop.kit.Page;
import dev.signalbox.desktop.kit.Place;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The pages, down the left side.
final class Rail extends VBox {
    private static final PseudoClass FRONT = PseudoClass.getPseudoClass("front");

    private final Map<Place, Button> buttons = new EnumMap<>(Place.class);

    Rail(List<Page> pages, Consumer<Place> go) {
        getStyleClass().add("rail");
        for (Page page : pages) {
            var button = new Button(page.title());
            button.setId("rail-" + page.title().toLowerCase(Locale.ROOT));
            button.setGraphic(icon(page));
            button.setContentDisplay(ContentDisplay.TOP);
            button.getStyleClass().setAll("rail-button");
            String key = PageKey.at(pages.indexOf(page)).map(PageKey::words).orElse("");
            button.setTooltip(new Tooltip(page.title() + key));
            button.setOnAction(e -> go.accept(page.place()));
            buttons.put(page.place(), button);
        }
        getChildren().addAll(buttons.values());
    }

    /// The page's icon, with its badge at the upper right while that says something.
    private static Node icon(Page page) {
        var badge = new Label();
        badge.setId("badge-" + page.title().toLowerCase(Locale.ROOT));
        badge.getStyleClass().add("rail-badge");
        badge.textProperty().bind(page.badge());
        badge.visibleProperty().bind(badge.textProperty().isNotEmpty());
        StackPane.setAlignment(badge, Pos.TOP_RIGHT);
        var both = new StackPane(page.icon().node("icon-rail"), badge);
        both.getStyleClass().add("rail-icon");
        return both;
    }

    void front(Place place) {
        buttons.forEach((its, button) -> button.pseudoClassStateChanged(FRONT, its == place));
    }
}
