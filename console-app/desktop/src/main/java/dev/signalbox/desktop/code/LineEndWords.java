// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import dev.signalbox.desktop.kit.OnFx;
import dev.signalbox.workbench.editing.Mark;
import dev.signalbox.workbench.editing.Severity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.fxmisc.richtext.CodeArea;
import org.reactfx.Subscription;

/// Says at the end of a line what is wrong in it.
public final class LineEndWords implements EditorFeature {
    private final Checking checking;
    private final OnFx fx;
    private boolean comes;

    public LineEndWords(Checking checking, OnFx fx) {
        this.checking = checking;
        this.fx = fx;
    }

    @Override
    public Subscription joins(CodeEditor editor) {
        var pane = new Pane();
        pane.setMouseTransparent(true);
        pane.getStyleClass().add("line-end-words");
        editor.getChildren().add(pane);
        var scrolled = editor.area().viewportDirtyEvents().subscribe(ignored -> soon(editor.area(), pane));
        var marks = checking.marks().subscribe(found -> soon(editor.area(), pane));
        return () -> {
            scrolled.unsubscribe();
            marks.unsubscribe();
            editor.getChildren().remove(pane);
        };
    }

    /// Once for all that happens in a pulse: where a character is must not be asked while the text is laid out.
    private void soon(CodeArea area, Pane pane) {
        if (!comes) {
            comes = true;
            fx.later(() -> {
                comes = false;
                place(area, pane);
            });
        }
    }

    private void place(CodeArea area, Pane pane) {
        pane.getChildren().clear();
        firstOfEachLine(checking.marks().get()).forEach((line, mark) -> {
            int paragraph = line - 1;
            boolean there = paragraph < area.getParagraphs().size() && area.getParagraphLength(paragraph) > 0;
            if (there) {
                int end = area.getAbsolutePosition(paragraph, area.getParagraphLength(paragraph));
                area.getCharacterBoundsOnScreen(end - 1, end)
                        .ifPresent(bounds -> pane.getChildren().add(words(mark, pane.screenToLocal(bounds))));
            }
        });
    }

    private static Map<Integer, Mark> firstOfEachLine(List<Mark> marks) {
        var first = new TreeMap<Integer, Mark>();
        marks.stream().filter(m -> m.severity() == Severity.WARNING).forEach(m -> first.putIfAbsent(m.line(), m));
        marks.reversed().stream().filter(m -> m.severity() == Severity.ERROR).forEach(m -> first.put(m.line(), m));
        return first;
    }

    private static Label words(Mark mark, Bounds at) {
        var label = new Label(mark.message().lines().findFirst().orElse(""));
        label.getStyleClass().add(mark.severity() == Severity.ERROR ? "line-end-error" : "line-end-warning");
        label.relocate(at.getMaxX(), at.getMinY());
        label.setMinHeight(at.getHeight());
        return label;
    }
}
