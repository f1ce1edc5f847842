// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/// The few kinds of button there are.
public final class Buttons {
    private Buttons() {}

    /// Words on a border.
    public static Button plain(String text, Runnable press) {
        var button = new Button(text);
        button.setOnAction(e -> press.run());
        button.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        return button;
    }

    /// An icon before the words.
    public static Button plain(Icons icon, String text, Runnable press) {
        Button button = plain(text, press);
        button.setGraphic(icon.node("icon-small"));
        return button;
    }

    /// Copies what it is handed, at once or when the hub has answered, and says that it did.
    ///
    /// @param fetch hands a text to whom it is given
    public static Button copying(String text, Consumer<Consumer<String>> fetch) {
        Button button = plain(Icons.COPY, text, () -> {});
        button.setOnAction(e -> fetch.accept(found -> Clip.copy(found, button)));
        return button;
    }

    /// The one thing a page is for.
    public static Button primary(String text, Runnable press) {
        Button button = plain(text, press);
        button.getStyleClass().add("accent");
        return button;
    }

    /// What cannot be taken back.
    public static Button danger(String text, Runnable press) {
        Button button = plain(text, press);
        button.getStyleClass().add("danger");
        return button;
    }

    /// An icon alone, with words when the pointer rests on it. Set its action with `setOnAction`.
    public static Button quiet(Icons icon, String meaning) {
        var button = new Button();
        button.setGraphic(icon.node("icon-small"));
        button.getStyleClass().addAll("quiet");
        button.setTooltip(new Tooltip(meaning));
        button.setAccessibleText(meaning);
        return button;
    }

    /// An icon alone, with words when the pointer rests on it.
    public static Button quiet(Icons icon, String meaning, Runnable press) {
        Button button = quiet(icon, meaning);
        button.setOnAction(e -> press.run());
        return button;
    }
}
