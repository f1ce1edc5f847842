// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.stream;

import dev.signalbox.desktop.kit.Buttons;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Under the messages: how far one has looked, and how to go on.
final class MessagesFoot extends HBox {
    MessagesFoot(MessagesViewModel model) {
        getStyleClass().add("messages-foot");
        var words = new Label();
        words.setId("messages-progress");
        words.textProperty().bind(model.progress());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button stop = Buttons.plain("Stop", model::personStops);
        stop.setId("messages-stop");
        shown(stop, model, More.LOOKING);
        Button on = Buttons.plain("Look on", model::personGoesOn);
        on.setId("messages-on");
        shown(on, model, More.STOPPED);
        Button older = Buttons.plain("Show older ones instead", model::personGoesOn);
        older.setId("messages-older");
        older.setTooltip(new Tooltip("No more than " + MessageRows.MOST + " are shown at once"));
        shown(older, model, More.FULL);
        getChildren().addAll(words, gap, leftOut(model), stop, on, older);
    }

    private static void shown(Button button, MessagesViewModel model, More in) {
        button.getStyleClass().add("small");
        button.visibleProperty().bind(model.more().map(now -> now == in));
        button.managedProperty().bind(button.visibleProperty());
    }

    private static Node leftOut(MessagesViewModel model) {
        var words = new Label();
        words.setId("messages-left-out");
        words.getStyleClass().add("warning-words");
        words.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> String.format(
                                Locale.ROOT,
                                "%,d left out: more came than can be followed. They are kept.",
                                model.live().leftOut().get()),
                        model.live().leftOut()));
        words.visibleProperty().bind(model.live().leftOut().greaterThan(0));
        words.managedProperty().bind(words.visibleProperty());
        return words;
    }
}
