// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.endtoend;

import javafx.scene.input.KeyCode;

/// The console's window with a person before it. Each call ends when the window has taken it in, and fails with a
/// sentence when it cannot.
interface Desk {
    void goTo(String page);

    void click(String query);

    void doubleClick(String query);

    void drag(String from, String to);

    void type(String text);

    /// Holds all but the last key down while pressing the last.
    void press(KeyCode... keys);

    void awaitWords(String query, String words);

    void awaitEnabled(String query);

    void awaitThere(String query);

    /// Waits until a text like that can be seen anywhere in the window.
    void awaitText(String words);

    /// Puts this in the place of all the text in the editor, key by key.
    default void rewrite(String source) {
        click("#code");
        press(KeyCode.SHORTCUT, KeyCode.A);
        type(source);
    }
}
