// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import dev.signalbox.desktop.kit.OnFx;
import javafx.geometry.Bounds;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.fxmisc.richtext.CodeArea;
import org.reactfx.EventStreams;
import org.reactfx.Subscription;

/// Frames the bracket at the caret and the one that belongs to it.
public final class Brackets implements EditorFeature {
    private final Checking checking;
    private final OnFx fx;
    private boolean comes;

    public Brackets(Checking checking, OnFx fx) {
        this.checking = checking;
        this.fx = fx;
    }

    @Override
    public Subscription joins(CodeEditor editor) {
        var pane = new Pane();
        pane.setMouseTransparent(true);
        pane.getStyleClass().add("brackets");
        editor.getChildren().add(pane);
        CodeArea area = editor.area();
        // not each time the viewport may be another: to ask where a character is says so again
        var changes = EventStreams.merge(
                        EventStreams.changesOf(area.estimatedScrollXProperty()),
                        EventStreams.changesOf(area.estimatedScrollYProperty()),
                        EventStreams.changesOf(area.widthProperty()),
                        EventStreams.changesOf(area.heightProperty()),
                        EventStreams.changesOf(area.caretPositionProperty()),
                        EventStreams.changesOf(checking.tokens()))
                .subscribe(ignored -> soon(area, pane));
        return () -> {
            changes.unsubscribe();
            editor.getChildren().remove(pane);
        };
    }

    /// Once for all that happens in a pulse: where a character is must not be asked while the text is laid out.
    private void soon(CodeArea area, Pane pane) {
        if (!comes) {
            comes = true;
            fx.later(() -> {
                comes = false;
                frame(area, pane);
            });
        }
    }

    private void frame(CodeArea area, Pane pane) {
        pane.getChildren().clear();
        area.layout(); // lines that were hidden or shown have no places yet
        int caret = area.getCaretPosition();
        if (touchesBracket(area, caret)) {
            Pair.at(area.getText(), caret, checking.tokens().get()).ifPresent(pair -> {
                frame(area, pane, pair.opening());
                frame(area, pane, pair.closing());
            });
        }
    }

    /// Asked at each key, so it looks at two characters only.
    private static boolean touchesBracket(CodeArea area, int caret) {
        return area.getText(Math.max(0, caret - 1), Math.min(area.getLength(), caret + 1))
                .chars()
                .anyMatch(sign -> Pair.isBracket((char) sign));
    }

    private static void frame(CodeArea area, Pane pane, int place) {
        area.getCharacterBoundsOnScreen(place, place + 1)
                .ifPresent(bounds -> pane.getChildren().add(box(pane.screenToLocal(bounds))));
    }

    private static Region box(Bounds at) {
        var box = new Region();
        box.getStyleClass().add("bracket");
        box.setManaged(false);
        box.resizeRelocate(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
        return box;
    }
}
