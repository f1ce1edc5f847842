// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import dev.signalbox.desktop.kit.Icons;
import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.workbench.editing.Fold;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.event.EventHandler;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.jspecify.annotations.Nullable;
import org.reactfx.Subscription;

/// Numbers the lines, and hides and shows those that belong to one: by the mark beside its number, and by keys. What is
/// changed, found or gone to is shown.
public final class Folding implements EditorFeature {
    private static final KeyCombination HIDE =
            new KeyCodeCombination(KeyCode.OPEN_BRACKET, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination SHOW =
            new KeyCodeCombination(KeyCode.CLOSE_BRACKET, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    /// Each hidden line takes the window a millisecond or two.
    private static final int MOST = 500;

    private final Checking checking;
    private final OnFx fx;
    private Map<Integer, Fold> folds = Map.of();

    public Folding(Checking checking, OnFx fx) {
        this.checking = checking;
        this.fx = fx;
    }

    @Override
    public Subscription joins(CodeEditor editor) {
        CodeArea area = editor.area();
        IntFunction<@Nullable Node> numbers = line -> number(area, line);
        area.setParagraphGraphicFactory(numbers);
        EventHandler<KeyEvent> keys = event -> pressed(area, event);
        area.addEventFilter(KeyEvent.KEY_PRESSED, keys);
        var typing = area.plainTextChanges().subscribe(change -> changed(area, change));
        var known = checking.folds().subscribe(now -> now(area, now));
        return () -> {
            known.unsubscribe();
            typing.unsubscribe();
            area.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
            area.setParagraphGraphicFactory(null);
        };
    }

    private @Nullable Node number(CodeArea area, int line) {
        if (Hidden.is(area, line)) {
            return null;
        }
        Label number = LineNumbers.number(line);
        StackPane.setAlignment(number, Pos.TOP_LEFT);
        boolean isHiding = Hidden.areBehind(area, line);
        return isHiding || folds.containsKey(line) ? new StackPane(number, mark(area, line, isHiding)) : number;
    }

    private Node mark(CodeArea area, int line, boolean isHiding) {
        var mark = new Label();
        mark.setId("fold-" + (line + 1));
        mark.setGraphic((isHiding ? Icons.RIGHT : Icons.DOWN).node());
        mark.getStyleClass().addAll("fold-mark", isHiding ? "fold-closed" : "fold-open");
        mark.setAccessibleText(isHiding ? "Show the lines behind this one" : "Hide the lines behind this one");
        StackPane.setAlignment(mark, Pos.CENTER_RIGHT);
        mark.setOnMousePressed(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                turn(area, line);
            }
            event.consume();
        });
        return mark;
    }

    /// What can be folded is this now: the marks in sight change, where they do.
    private void now(CodeArea area, List<Fold> now) {
        Map<Integer, Fold> before = folds;
        folds = now.stream()
                .filter(fold -> fold.last() - fold.line() <= MOST)
                .collect(Collectors.toMap(fold -> fold.line() - 1, Function.identity(), (one, two) -> one));
        inSight(area)
                .filter(line -> before.containsKey(line) != folds.containsKey(line))
                .forEach(area::recreateParagraphGraphic);
    }

    private static IntStream inSight(CodeArea area) {
        int count = area.getVisibleParagraphs().size();
        if (count == 0) {
            return IntStream.empty();
        }
        return IntStream.rangeClosed(area.firstVisibleParToAllParIndex(), area.lastVisibleParToAllParIndex());
    }

    private void pressed(CodeArea area, KeyEvent event) {
        int line = area.getCurrentParagraph();
        if (HIDE.match(event)) {
            around(area, line).ifPresent(fold -> hide(area, fold));
        } else if (SHOW.match(event) && Hidden.areBehind(area, line)) {
            turn(area, line);
        } else if (!SHOW.match(event)) {
            return;
        }
        event.consume();
    }

    /// The smallest fold around a line that is not hidden yet.
    private Optional<Fold> around(CodeArea area, int line) {
        return folds.values().stream()
                .filter(fold -> fold.line() - 1 <= line && fold.last() - 1 >= line)
                .filter(fold -> !Hidden.areBehind(area, fold.line() - 1))
                .min(Comparator.comparingInt(fold -> fold.last() - fold.line()));
    }

    private void turn(CodeArea area, int line) {
        Fold fold = folds.get(line);
        if (Hidden.areBehind(area, line)) {
            Hidden.show(area, line);
        } else if (fold != null) {
            hide(area, fold);
        }
    }

    private static void hide(CodeArea area, Fold fold) {
        int last = Math.min(fold.last(), area.getParagraphs().size()) - 1;
        if (last >= fold.line()) {
            Hidden.hide(area, fold.line() - 1, last);
        }
    }

    /// A change in what is hidden, or at the end of what stays, shows it all.
    private void changed(CodeArea area, PlainTextChange change) {
        int first = Hidden.line(area, change.getPosition());
        int last = Hidden.line(area, change.getInsertionEnd());
        boolean breaks = last > first || change.getRemoved().indexOf('\n') >= 0;
        IntStream.rangeClosed(first, breaks ? last + 1 : last)
                .filter(line -> Hidden.is(area, line))
                .findFirst()
                .ifPresent(line -> fx.later(() -> Hidden.reveal(area, line)));
    }
}
