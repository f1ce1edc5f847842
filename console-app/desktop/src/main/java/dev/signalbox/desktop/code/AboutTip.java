// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import dev.signalbox.workbench.editing.About;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.fxmisc.richtext.CodeArea;

/// What a name is: how it was declared, where it belongs, what is written about it.
final class AboutTip {
    private final Label signature = label("about-signature");
    private final Label owner = label("about-owner");
    private final Label words = label("about-words");
    private final Popup popup = new Popup();

    AboutTip() {
        var box = new VBox(signature, owner, words);
        box.setId("about-name");
        box.getStyleClass().add("about-name");
        box.setMouseTransparent(true);
        popup.getContent().add(box);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
    }

    private static Label label(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    void show(CodeArea area, About about, Point2D where) {
        say(signature, about.signature());
        say(owner, about.owner());
        say(words, about.words());
        popup.show(area, where.getX(), where.getY());
    }

    private static void say(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
    }

    void hide() {
        popup.hide();
    }
}
