// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import java.util.Set;
import javafx.event.EventHandler;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.reactfx.Subscription;

/// Keeps the indentation on a new line, takes a level away before a closing bracket, and puts blanks for a tabulator.
/// Ctrl+Tab leaves the editor.
public final class Indenting implements EditorFeature {
    private static final Set<String> CLOSING = Set.of("}", "]", ")");

    private final String step;

    /// Four blanks a level.
    public Indenting() {
        this("    ");
    }

    /// @param step the blanks of one level
    public Indenting(String step) {
        this.step = step;
    }

    @Override
    public Subscription joins(CodeEditor editor) {
        CodeArea area = editor.area();
        EventHandler<KeyEvent> keys = event -> pressed(area, event);
        EventHandler<KeyEvent> signs = event -> typed(area, event);
        area.addEventFilter(KeyEvent.KEY_PRESSED, keys);
        area.addEventFilter(KeyEvent.KEY_TYPED, signs);
        return () -> {
            area.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
            area.removeEventFilter(KeyEvent.KEY_TYPED, signs);
        };
    }

    /// A closing bracket that begins its line stands one level further out.
    private void typed(CodeArea area, KeyEvent event) {
        String before = beforeCaret(area);
        if (area.isEditable()
                && CLOSING.contains(event.getCharacter())
                && area.getSelection().getLength() == 0
                && before.isBlank()
                && before.endsWith(step)) {
            area.replaceText(area.getCaretPosition() - step.length(), area.getCaretPosition(), "");
        }
    }

    private void pressed(CodeArea area, KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && event.isControlDown()) {
            area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
            return;
        }
        if (!area.isEditable() || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER) {
            area.replaceSelection("\n" + indent(beforeCaret(area)));
            area.requestFollowCaret();
            event.consume();
        } else if (event.getCode() == KeyCode.TAB && !event.isShiftDown()) {
            area.replaceSelection(step);
            event.consume();
        }
    }

    private static String beforeCaret(CodeArea area) {
        int start = area.getSelection().getStart();
        String text = area.getText(0, start);
        return text.substring(text.lastIndexOf('\n') + 1);
    }

    /// What the line after one like this begins with.
    String indent(String line) {
        int blanks = line.length() - line.stripLeading().length();
        return line.substring(0, blanks) + (opens(line.stripTrailing()) ? step : "");
    }

    private static boolean opens(String line) {
        return line.endsWith("{") || line.endsWith("[");
    }
}
