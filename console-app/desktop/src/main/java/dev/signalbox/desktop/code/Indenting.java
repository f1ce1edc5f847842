// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import dev.signalbox.workbench.editing.Edit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.event.EventHandler;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.reactfx.Subscription;

/// Keeps the indentation on a new line, takes a level away before a closing bracket, puts blanks for a tabulator, and
/// moves the chosen lines in and out.
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
        if (area.isEditable()
                && CLOSING.contains(event.getCharacter())
                && area.getSelection().getLength() == 0
                && endsInALevel(beforeCaret(area))) {
            area.replaceText(area.getCaretPosition() - step.length(), area.getCaretPosition(), "");
        }
    }

    private boolean endsInALevel(String before) {
        return before.isBlank() && before.endsWith(step);
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
        } else if (event.getCode() == KeyCode.TAB) {
            tab(area, event.isShiftDown());
            event.consume();
        }
    }

    private void tab(CodeArea area, boolean back) {
        if (back || area.getSelectedText().indexOf('\n') >= 0) {
            shift(area, back);
        } else {
            area.replaceSelection(step);
        }
    }

    /// Moves all lines of the selection a level in or out, as one step for undo; they stay selected.
    private void shift(CodeArea area, boolean back) {
        int start = area.getSelection().getStart();
        int first = Hidden.line(area, start);
        int last = Hidden.line(area, Math.max(start, area.getSelection().getEnd() - 1));
        List<Edit> edits = IntStream.rangeClosed(first, last)
                .mapToObj(line -> shift(area, line, back))
                .flatMap(Optional::stream)
                .toList();
        if (!edits.isEmpty()) {
            int from = Edits.moved(area.getAnchor(), edits);
            int to = Edits.moved(area.getCaretPosition(), edits);
            Edits.make(area, edits);
            area.selectRange(from, to);
        }
    }

    private Optional<Edit> shift(CodeArea area, int line, boolean back) {
        int start = area.getAbsolutePosition(line, 0);
        String text = area.getParagraph(line).getText();
        if (!back) {
            return text.isBlank() ? Optional.empty() : Optional.of(new Edit(start, start, step));
        }
        int blanks = Math.min(step.length(), text.length() - text.stripLeading().length());
        return blanks == 0 ? Optional.empty() : Optional.of(new Edit(start, start + blanks, ""));
    }

    private static String beforeCaret(CodeArea area) {
        int start = area.getSelection().getStart();
        return area.getText(area.getAbsolutePosition(Hidden.line(area, start), 0), start);
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
