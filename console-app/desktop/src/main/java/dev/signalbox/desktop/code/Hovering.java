// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.workbench.editing.About;
import dev.signalbox.workbench.editing.Question;
import dev.signalbox.workbench.editing.SourceHelp;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.event.MouseOverTextEvent;
import org.reactfx.Subscription;

/// Says what the name under the pointer is, and at the caret on F1 or Ctrl+Q. F12 and Ctrl+click go where
/// it is made, if that is in this text. Comes after `MarkTips`, which says how long a rest is.
public final class Hovering implements EditorFeature {
    private static final KeyCombination SAY = new KeyCodeCombination(KeyCode.F1);
    private static final KeyCombination SAY_TOO = new KeyCodeCombination(KeyCode.Q, KeyCombination.CONTROL_DOWN);
    private static final KeyCombination GO = new KeyCodeCombination(KeyCode.F12);
    private static final double BELOW = 16;

    private final SourceHelp help;
    private final OnFx fx;
    private final Checking checking;
    private final BiFunction<String, Integer, Question> question;
    /// Counts what was asked and what ended it, so that a late answer is known.
    private int turn;

    /// @param question about a text and a place in it
    public Hovering(SourceHelp help, OnFx fx, Checking checking, BiFunction<String, Integer, Question> question) {
        this.help = help;
        this.fx = fx;
        this.checking = checking;
        this.question = question;
    }

    @Override
    public Subscription joins(CodeEditor editor) {
        CodeArea area = editor.area();
        var tip = new AboutTip();
        EventHandler<MouseOverTextEvent> rest = event -> rested(area, tip, event);
        EventHandler<MouseOverTextEvent> leave = event -> end(tip);
        EventHandler<KeyEvent> keys = event -> pressed(area, tip, event);
        EventHandler<MouseEvent> click = event -> clicked(area, tip, event);
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, rest);
        area.addEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, leave);
        editor.addEventFilter(KeyEvent.KEY_PRESSED, keys);
        area.addEventFilter(MouseEvent.MOUSE_CLICKED, click);
        return () -> {
            end(tip);
            area.removeEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_BEGIN, rest);
            area.removeEventHandler(MouseOverTextEvent.MOUSE_OVER_TEXT_END, leave);
            editor.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
            area.removeEventFilter(MouseEvent.MOUSE_CLICKED, click);
        };
    }

    /// What is wrong there is said by others.
    private void rested(CodeArea area, AboutTip tip, MouseOverTextEvent event) {
        int at = event.getCharacterIndex();
        boolean isMarked = checking.marks().get().stream().anyMatch(mark -> mark.start() <= at && at < mark.end());
        if (!isMarked) {
            Point2D where = event.getScreenPosition().add(0, BELOW);
            ask(area, at, found -> found.ifPresent(about -> tip.show(area, about, where)));
        }
    }

    private void pressed(CodeArea area, AboutTip tip, KeyEvent event) {
        boolean says = SAY.match(event) || SAY_TOO.match(event);
        boolean goes = GO.match(event);
        if (!event.getCode().isModifierKey()) {
            end(tip);
        }
        if (says || goes) {
            ask(area, area.getCaretPosition(), found -> tell(area, tip, found, goes));
            event.consume();
        }
    }

    private void clicked(CodeArea area, AboutTip tip, MouseEvent event) {
        end(tip);
        if (event.isShortcutDown() && event.isStillSincePress()) {
            int at = area.hit(event.getX(), event.getY()).getInsertionIndex();
            ask(area, at, found -> tell(area, tip, found, true));
        }
    }

    private void tell(CodeArea area, AboutTip tip, Optional<About> found, boolean goes) {
        found.ifPresent(about -> {
            if (goes && about.definition().isPresent()) {
                Hidden.revealAt(area, about.definition().getAsInt());
                area.moveTo(about.definition().getAsInt());
                area.requestFollowCaret();
                area.requestFocus();
            } else {
                Bounds at = area.getCaretBounds().orElseGet(() -> area.localToScreen(area.getLayoutBounds()));
                tip.show(area, about, new Point2D(at.getMinX(), at.getMaxY() + 2));
            }
        });
    }

    /// An answer that comes after something else was done is dropped.
    private void ask(CodeArea area, int place, Consumer<Optional<About>> show) {
        int mine = ++turn;
        String text = area.getText();
        Question asked = question.apply(text, place);
        fx.fetch(
                () -> help.about(asked),
                found -> {
                    if (mine == turn && text.equals(area.getText())) {
                        show.accept(found);
                    }
                },
                ignored -> {});
    }

    private void end(AboutTip tip) {
        turn++;
        tip.hide();
    }
}
