// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.workbench.editing.Fix;
import dev.signalbox.workbench.editing.Question;
import dev.signalbox.workbench.editing.SourceHelp;
import java.util.List;
import java.util.function.BiFunction;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.reactfx.Subscription;

/// Alt+Enter shows how what is marked in the caret's line could be mended; each way is one step for undo.
public final class Mending implements EditorFeature {
    private static final KeyCombination ASK = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.ALT_DOWN);

    private final SourceHelp help;
    private final OnFx fx;
    private final BiFunction<String, Integer, Question> question;

    /// @param question about a text and a place in it
    public Mending(SourceHelp help, OnFx fx, BiFunction<String, Integer, Question> question) {
        this.help = help;
        this.fx = fx;
        this.question = question;
    }

    @Override
    public Subscription joins(CodeEditor editor) {
        CodeArea area = editor.area();
        var menu = new ContextMenu();
        menu.setId("fixes");
        EventHandler<KeyEvent> keys = event -> {
            if (ASK.match(event) && area.isEditable()) {
                ask(editor, menu);
                event.consume();
            }
        };
        editor.addEventFilter(KeyEvent.KEY_PRESSED, keys);
        return () -> {
            menu.hide();
            editor.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
        };
    }

    /// Waits for marks of this text, and drops the answer when the text has become another meanwhile.
    private void ask(CodeEditor editor, ContextMenu menu) {
        CodeArea area = editor.area();
        String text = area.getText();
        int caret = area.getCaretPosition();
        Question asked = question.apply(text, caret);
        fx.fetch(
                () -> help.fixes(
                        asked, help.check(asked.fileName(), text, asked.around().packages())),
                found -> {
                    if (text.equals(area.getText()) && caret == area.getCaretPosition()) {
                        show(editor, menu, found);
                    }
                },
                ignored -> {});
    }

    private void show(CodeEditor editor, ContextMenu menu, List<Fix> fixes) {
        CodeArea area = editor.area();
        menu.getItems().setAll(fixes.stream().map(fix -> item(area, fix)).toList());
        if (fixes.isEmpty()) {
            var none = new MenuItem("Nothing is known that mends this line");
            none.setDisable(true);
            menu.getItems().add(none);
        }
        Bounds at = area.getCaretBounds().orElseGet(() -> area.localToScreen(area.getLayoutBounds()));
        // of the editor, not of the text, whose font is another
        menu.show(editor, at.getMinX(), at.getMaxY());
    }

    private MenuItem item(CodeArea area, Fix fix) {
        var item = new MenuItem(fix.title());
        item.setMnemonicParsing(false);
        item.setOnAction(chosen -> {
            int caret = Edits.moved(area.getCaretPosition(), fix.edits());
            Edits.make(area, fix.edits());
            area.moveTo(Math.min(caret, area.getLength()));
            area.requestFollowCaret();
        });
        return item;
    }
}
