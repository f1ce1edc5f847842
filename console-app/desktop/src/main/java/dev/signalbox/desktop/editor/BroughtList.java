// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import dev.signalbox.workbench.editing.BroughtPackage;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The packages that come along, each with the one that needs it.
final class BroughtList extends VBox {
    private static final int MOST = 30;

    BroughtList(Brought brought) {
        setId("packages-brought");
        getStyleClass().add("brought-packages");
        managedProperty().bind(visibleProperty());
        brought.packages().subscribe(this::show);
    }

    private void show(List<BroughtPackage> packages) {
        setVisible(!packages.isEmpty());
        getChildren().setAll(words("Coming along"));
        packages.stream().limit(MOST).map(BroughtList::row).forEach(getChildren()::add);
        if (packages.size() > MOST) {
            getChildren().add(words("and " + (packages.size() - MOST) + " more"));
        }
    }

    private static VBox row(BroughtPackage one) {
        var name = new Label(one.coordinates());
        name.getStyleClass().addAll("mono", "small-words");
        name.setWrapText(true);
        return new VBox(name, words("for " + artifact(one.with())));
    }

    /// The group and the version stand where it is asked for, or above.
    private static String artifact(String coordinates) {
        String[] parts = coordinates.split(":", -1);
        return parts.length > 1 ? parts[1] : coordinates;
    }

    private static Label words(String text) {
        var words = new Label(text);
        words.getStyleClass().addAll("muted", "tiny-words");
        words.setWrapText(true);
        return words;
    }
}
