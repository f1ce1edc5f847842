// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.gallery;

import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/// What a control can be in, put on by hand: nobody points at the gallery while it is drawn.
enum StateOfControl {
    USUAL("As it is", ""),
    HOVER("Pointed at", "hover"),
    PRESSED("Pressed", "hover armed pressed"),
    FOCUSED("Has the keys", "focused focus-visible"),
    DISABLED("Not now", "");

    private final String words;
    /// Names of pseudo-classes, with blanks between.
    private final String classes;

    StateOfControl(String words, String classes) {
        this.words = words;
        this.classes = classes;
    }

    String words() {
        return words;
    }

    void putOn(Node control) {
        Stream.of(classes.split(" "))
                .filter(name -> !name.isEmpty())
                .forEach(name -> control.pseudoClassStateChanged(PseudoClass.getPseudoClass(name), true));
        control.setDisable(this == DISABLED);
    }
}
