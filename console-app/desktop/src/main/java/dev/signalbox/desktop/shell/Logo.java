// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.shell;

import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/// A signal post with its arm up and its lamp green.
final class Logo extends StackPane {
    Logo() {
        getStyleClass().add("logo");
        setAccessibleText("Signalbox");
        getChildren()
                .add(new Group(
                        part("M0 0h24v24h-24z", "logo-room"),
                        part("M7 3v18M3.5 21h7", "logo-post"),
                        part("M7 10.6L20.2 3l1.7 3.4L7 14.6z", "logo-arm"),
                        part("M7 9.3a3.2 3.2 0 1 1 0 6.4a3.2 3.2 0 1 1 0-6.4z", "logo-lamp")));
    }

    private static SVGPath part(String path, String style) {
        var part = new SVGPath();
        part.setContent(path);
        part.getStyleClass().add(style);
        return part;
    }
}
