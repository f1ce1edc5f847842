// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.kit;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// Something a person can have done by its name, wherever she is.
///
/// @param title as she would look for it, such as "New service"
/// @param place the page it belongs to; empty for the window as a whole
/// @param keys that do the same
/// @param action runs on the FX thread, with that page in front
public record Command(String title, Optional<Place> place, Optional<KeyCombination> keys, Runnable action) {
    /// One of the window as a whole.
    public Command(String title, Runnable action) {
        this(title, Optional.empty(), Optional.empty(), action);
    }

    /// One of a page.
    public Command(String title, Place place, Runnable action) {
        this(title, Optional.of(place), Optional.empty(), action);
    }

    /// The same with a key that is held down together with Ctrl.
    public Command onCtrl(KeyCode key) {
        return on(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN));
    }

    /// The same with keys.
    public Command on(KeyCombination combination) {
        return new Command(title, place, Optional.of(combination), action);
    }

    /// The same with something else to do.
    public Command doing(Runnable other) {
        return new Command(title, place, keys, other);
    }
}
