// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import dev.signalbox.desktop.kit.KeyNote;
import java.util.List;

/// What keys do in an editor of source, for the list of all keys.
public final class EditorKeys {
    public static final List<KeyNote> ALL = List.of(
            new KeyNote("Ctrl+S", "Save now"),
            new KeyNote("Ctrl+Enter", "Try it here"),
            new KeyNote("Ctrl+Space", "Offer what can be written"),
            new KeyNote("Alt+Enter", "Mend what is marked"),
            new KeyNote("Ctrl+Shift+F", "Format Java or JSON"),
            new KeyNote("F1", "What the name at the caret is"),
            new KeyNote("F12", "Go to where it is made"),
            new KeyNote("Ctrl+Shift+[", "Hide the lines that belong to this one"),
            new KeyNote("Ctrl+Shift+]", "Show them again"),
            new KeyNote("F8", "Next difference, between two versions"),
            new KeyNote("Ctrl+F", "Find"),
            new KeyNote("Ctrl+H", "Find and replace"),
            new KeyNote("F3", "Next found place"),
            new KeyNote("Shift+F3", "Found place before"),
            new KeyNote("Tab", "Indent the chosen lines"),
            new KeyNote("Shift+Tab", "Take an indent away"),
            new KeyNote("Ctrl+Tab", "Leave the text for what comes next"),
            new KeyNote("Ctrl+Z", "Undo"),
            new KeyNote("Ctrl+Y", "Redo"));

    private EditorKeys() {}
}
