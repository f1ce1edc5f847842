// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.workbench.editing.Edit;
import dev.signalbox.workbench.editing.Mark;
import dev.signalbox.workbench.editing.Severity;
import dev.signalbox.workbench.editing.SourceHelp;
import java.util.List;
import javafx.event.EventHandler;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.reactfx.Subscription;

/// Ctrl+Shift+F lays the text out as is usual in its language, as one step for undo; the caret stays with its word. A
/// text that cannot be read stays as it is, and the caret goes to what is wrong first.
public final class Formatting implements EditorFeature {
    private static final KeyCombination FORMAT =
            new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    private final SourceHelp help;
    private final OnFx fx;
    private final String fileName;

    public Formatting(SourceHelp help, OnFx fx, String fileName) {
        this.help = help;
        this.fx = fx;
        this.fileName = fileName;
    }

    @Override
    public Subscription joins(CodeEditor editor) {
        EventHandler<KeyEvent> keys = event -> {
            if (FORMAT.match(event)) {
                if (editor.area().isEditable()) {
                    format(editor);
                }
                event.consume();
            }
        };
        editor.addEventFilter(KeyEvent.KEY_PRESSED, keys);
        return () -> editor.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
    }

    /// Drops the answer when the text has become another meanwhile.
    private void format(CodeEditor editor) {
        CodeArea area = editor.area();
        String text = area.getText();
        fx.fetch(
                () -> help.format(fileName, text),
                found -> {
                    if (text.equals(area.getText())) {
                        found.ifPresentOrElse(edits -> make(area, edits), () -> goToFault(editor, text));
                    }
                },
                ignored -> {});
    }

    private static void make(CodeArea area, List<Edit> edits) {
        if (!edits.isEmpty()) {
            int caret = Edits.moved(area.getCaretPosition(), edits);
            Edits.make(area, edits);
            area.moveTo(Math.min(caret, area.getLength()));
            area.requestFollowCaret();
        }
    }

    private void goToFault(CodeEditor editor, String text) {
        fx.fetch(
                () -> help.check(fileName, text),
                marks -> marks.stream()
                        .filter(mark -> mark.severity() == Severity.ERROR)
                        .findFirst()
                        .ifPresent((Mark mark) -> editor.goTo(mark.line(), mark.column())),
                ignored -> {});
    }
}
