// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import javafx.scene.control.Label;

/// A small word on a ground of its own: a tag, a state, a count.
public final class Chip extends Label {
    /// What the word means for the reader.
    public enum Tone {
        PLAIN("chip-plain"),
        ACCENT("chip-accent"),
        GOOD("chip-good"),
        WARNING("chip-warning"),
        DANGER("chip-danger"),
        OUTLINE("chip-outline");

        private final String style;

        Tone(String style) {
            this.style = style;
        }
    }

    public Chip(String text, Tone tone) {
        super(text);
        setMinWidth(USE_PREF_SIZE);
        show(tone);
    }

    public void show(Tone tone) {
        getStyleClass().setAll("chip", tone.style);
    }
}
