// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.shell;

import java.util.Optional;
import javafx.scene.input.KeyCode;

/// The digit that brings a page to the front, with Ctrl: 1 to 9 for the first nine, 0 for the tenth.
record PageKey(int digit) {
    private static final int MOST = 10;

    /// @param index of the page, from 0; there is no key for the eleventh and those after it
    static Optional<PageKey> at(int index) {
        return index < MOST ? Optional.of(new PageKey((index + 1) % MOST)) : Optional.empty();
    }

    KeyCode code() {
        return KeyCode.getKeyCode(Integer.toString(digit));
    }

    /// As it follows a page's name.
    String words() {
        return " (Ctrl+" + digit + ")";
    }
}
