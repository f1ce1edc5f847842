// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;

/// Makes what menus offer.
public final class Menus {
    private Menus() {}

    /// One thing to do; its words are shown as they are, an underscore included.
    ///
    /// @param unfit whether it cannot be done just now
    public static MenuItem item(String words, boolean unfit, Runnable action) {
        var item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setDisable(unfit);
        item.setOnAction(chosen -> action.run());
        return item;
    }

    /// The same, and tells at its right which key does it without the menu; the key itself is for others to hear.
    ///
    /// @param key as `KeyCombination.valueOf` reads it, such as `Shortcut+D`
    public static MenuItem item(String words, String key, boolean unfit, Runnable action) {
        MenuItem item = item(words, unfit, action);
        item.setAccelerator(KeyCombination.valueOf(key));
        return item;
    }
}
