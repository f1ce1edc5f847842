// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.device;

import dev.signalbox.desktop.kit.Buttons;
import dev.signalbox.desktop.kit.Clip;
import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.Lamp;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One thing that was said to a device: what, when, and what came of it.
final class Card extends VBox {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final int MOST_SHOWN = 4000;

    private final Lamp lamp = new Lamp(Lamp.State.DARK);
    private final HBox head;

    /// What came of it.
    enum Mood {
        GOOD(Lamp.State.CLEAR),
        WAITING(Lamp.State.CAUTION),
        BAD(Lamp.State.DANGER),
        UNKNOWN(Lamp.State.DARK);

        private final Lamp.State lamp;

        Mood(Lamp.State lamp) {
            this.lamp = lamp;
        }
    }

    Card(String name, String summary, Instant at) {
        getStyleClass().addAll("card", "said-card");
        var title = new Label(name);
        title.getStyleClass().add("strong");
        title.setTooltip(new Tooltip(name));
        title.setMinWidth(40);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var time = new Label(TIME.format(at));
        time.getStyleClass().addAll("subtle", "tiny-words", "mono");
        time.setMinWidth(USE_PREF_SIZE);
        head = new HBox(lamp, title, gap, time);
        head.getStyleClass().add("row");
        var words = new Label(summary);
        words.getStyleClass().addAll("muted", "small-words");
        words.setWrapText(true);
        getChildren().addAll(head, words);
    }

    void is(Mood mood) {
        lamp.show(mood.lamp);
    }

    /// Shows text as it is, shortened when it is very long.
    void says(String text) {
        var answer = new Label(text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "\n…");
        answer.getStyleClass().addAll("mono", "small-words", "said-text");
        answer.setWrapText(true);
        answer.setMaxWidth(Double.MAX_VALUE);
        getChildren().add(answer);
    }

    /// Says what to do.
    void advises(String remedy) {
        var words = new Label(remedy);
        words.getStyleClass().addAll("subtle", "small-words");
        words.setWrapText(true);
        getChildren().add(words);
    }

    /// Offers to copy it.
    void copies(String text, String meaning) {
        Button button = Buttons.quiet(Icons.COPY, meaning);
        button.setOnAction(press -> Clip.copy(text, button));
        add(button);
    }

    void with(Icons icon, String meaning, Runnable press) {
        add(Buttons.quiet(icon, meaning, press));
    }

    private void add(Button button) {
        button.getStyleClass().add("small");
        head.getChildren().add(button);
    }
}
