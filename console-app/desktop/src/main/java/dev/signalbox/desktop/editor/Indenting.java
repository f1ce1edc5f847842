// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.editor;

import javafx.event.EventHandler;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.reactfx.Subscription;

/// Keeps the indentation on a new line, and puts four blanks for a tabulator.
final class Indenting implements EditorFeature {
    private static final String STEP = "    ";

    @Override
    public Subscription joins(CodeEditor editor) {
        CodeArea area = editor.area();
        EventHandler<KeyEvent> keys = event -> pressed(area, event);
        area.addEventFilter(KeyEvent.KEY_PRESSED, keys);
        return () -> area.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
    }

    private static void pressed(CodeArea area, KeyEvent event) {
        if (!area.isEditable() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            area.replaceSelection("\n" + indent(beforeCaret(area)));
            area.requestFollowCaret();
            event.consume();
        } else if (event.getCode() == KeyCode.TAB && !event.isShiftDown()) {
            area.replaceSelection(STEP);
            event.consume();
        }
    }

    private static String beforeCaret(CodeArea area) {
        int start = area.getSelection().getStart();
        String text = area.getText(0, start);
        return text.substring(text.lastIndexOf('\n') + 1);
    }

    /// What the line after one like this begins with.
    static String indent(String line) {
        int blanks = line.length() - line.stripLeading().length();
        return line.substring(0, blanks) + (line.stripTrailing().endsWith("{") ? STEP : "");
    }
}
