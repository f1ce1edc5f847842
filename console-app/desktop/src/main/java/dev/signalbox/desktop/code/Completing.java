// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.workbench.editing.Completion;
import dev.signalbox.workbench.editing.Edit;
import java.util.List;
import javafx.event.EventHandler;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.reactfx.Subscription;

/// Offers what could be written at the caret: while one types, and on Ctrl+Space. Enter puts what is marked before the
/// caret, Tab in the place of the whole word, Escape closes.
public final class Completing implements EditorFeature {
    private static final KeyCombination ASK = new KeyCodeCombination(KeyCode.SPACE, KeyCombination.CONTROL_DOWN);

    private final CompletionModel model;
    private final OnFx fx;

    public Completing(CompletionModel model, OnFx fx) {
        this.model = model;
        this.fx = fx;
    }

    @Override
    public Subscription joins(CodeEditor editor) {
        CodeArea area = editor.area();
        var popup = new CompletionPopup(area, row -> take(area, row, false));
        EventHandler<KeyEvent> pressed = event -> pressed(area, popup, event);
        EventHandler<KeyEvent> typed = event -> typed(area, event);
        // around the area, whose own features hear what is consumed within it
        editor.addEventFilter(KeyEvent.KEY_PRESSED, pressed);
        area.addEventFilter(KeyEvent.KEY_TYPED, typed);
        var rows = model.rows().subscribe(popup::show);
        var caret = area.caretPositionProperty().subscribe(at -> fx.later(() -> moved(area)));
        var focus = area.focusedProperty().subscribe(focused -> model.personCloses());
        return () -> {
            model.personCloses();
            editor.removeEventFilter(KeyEvent.KEY_PRESSED, pressed);
            area.removeEventFilter(KeyEvent.KEY_TYPED, typed);
            rows.unsubscribe();
            caret.unsubscribe();
            focus.unsubscribe();
        };
    }

    private void moved(CodeArea area) {
        if (model.offers()) {
            model.moved(area.getText(), area.getCaretPosition());
        }
    }

    /// Looks once the area has taken the character.
    private void typed(CodeArea area, KeyEvent event) {
        boolean isCommand = event.isShortcutDown() || event.isAltDown() || event.isMetaDown();
        boolean isBlank = event.getCharacter().isBlank() || event.getCharacter().charAt(0) < ' ';
        if (event.isControlDown() && event.getCharacter().equals(" ")) {
            event.consume();
        } else if (area.isEditable() && !isCommand && !isBlank) {
            fx.later(() -> model.personTyped(area.getText(), area.getCaretPosition()));
        } else if (isBlank && !event.getCharacter().equals("\b")) {
            model.personCloses();
        }
    }

    private void pressed(CodeArea area, CompletionPopup popup, KeyEvent event) {
        if (ASK.match(event) && area.isEditable()) {
            model.personAsks(area.getText(), area.getCaretPosition());
            event.consume();
        } else if (popup.isShowing() && !event.isShortcutDown() && !event.isAltDown()) {
            inList(area, popup, event);
        }
    }

    private void inList(CodeArea area, CompletionPopup popup, KeyEvent event) {
        switch (event.getCode()) {
            case UP -> popup.mark(-1);
            case DOWN -> popup.mark(1);
            case PAGE_UP -> popup.markPage(-1);
            case PAGE_DOWN -> popup.markPage(1);
            case ESCAPE -> model.personCloses();
            case ENTER -> {
                if (wantsNewLine(popup)) {
                    model.personCloses();
                    return;
                }
                popup.marked().ifPresent(row -> take(area, row, false));
            }
            case TAB -> popup.marked().ifPresent(row -> take(area, row, true));
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// Enter behind a word that is written in full, with nothing chosen, is Enter.
    private boolean wantsNewLine(CompletionPopup popup) {
        return popup.isFirstMarked()
                && popup.marked().filter(model::changesNothing).isPresent();
    }

    /// In one change, which one undo takes back.
    private void take(CodeArea area, Completion row, boolean whole) {
        List<Edit> edits = model.taken(row, whole);
        model.personCloses();
        Edit written = edits.getFirst();
        int before = edits.stream()
                .skip(1)
                .mapToInt(edit -> edit.text().length() - (edit.end() - edit.start()))
                .sum();
        Edits.make(area, edits);
        area.moveTo(written.start() + row.writes().caret() + before);
        area.requestFollowCaret();
        area.requestFocus();
    }
}
