// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.util.Duration;

/// Puts text on the system's clipboard.
public final class Clip {
    private static final Duration SAID = Duration.seconds(2);

    private Clip() {}

    public static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// Copies, and lets the button that was pressed say so for two seconds. It never gets narrower.
    public static void copy(String text, Button pressed) {
        copy(text);
        if (!pressed.getProperties().containsKey(Clip.class)) {
            sayCopied(pressed);
        }
    }

    private static void sayCopied(Button button) {
        Node graphic = button.getGraphic();
        String words = button.getText();
        double narrowest = button.getMinWidth();
        button.getProperties().put(Clip.class, words);
        button.setMinWidth(button.getWidth());
        button.setGraphic(Icons.CHECK.node("icon-small"));
        button.setText(words.isEmpty() ? "" : "Copied");
        var pause = new PauseTransition(SAID);
        pause.setOnFinished(over -> {
            button.getProperties().remove(Clip.class);
            button.setGraphic(graphic);
            button.setText(words);
            button.setMinWidth(narrowest);
        });
        pause.play();
    }
}
