// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import dev.signalbox.workbench.editing.Mark;
import dev.signalbox.workbench.editing.Token;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.reactfx.Subscription;

/// Colours the text, waves under what is wrong and marks what was found: the edited line at once, everything when a
/// check is done.
public final class Colours implements EditorFeature {
    private final Checking checking;
    private final ObservableValue<List<Match>> found;

    public Colours(Checking checking) {
        this(checking, new SimpleObjectProperty<>(List.of()));
    }

    /// @param found what is looked for, in the order of the text
    public Colours(Checking checking, ObservableValue<List<Match>> found) {
        this.checking = checking;
        this.found = found;
    }

    @Override
    public Subscription joins(CodeEditor editor) {
        CodeArea area = editor.area();
        var typing = area.plainTextChanges().subscribe(change -> colourLine(area, change));
        var tokens = checking.tokens().subscribe(now -> colour(area));
        var marks = checking.marks().subscribe(now -> colour(area));
        var matches = found.subscribe(now -> colour(area));
        return () -> {
            typing.unsubscribe();
            tokens.unsubscribe();
            marks.unsubscribe();
            matches.unsubscribe();
        };
    }

    private void colour(CodeArea area) {
        int length = area.getLength();
        List<Token> tokens = checking.tokens().get();
        List<Mark> marks = checking.marks().get();
        if (length > 0 && fits(tokens, length)) {
            Recolouring.colour(area, Spans.with(Spans.of(tokens, marks, length), found.getValue(), length));
        }
    }

    private static boolean fits(List<Token> tokens, int length) {
        return tokens.isEmpty() || tokens.getLast().end() <= length;
    }

    private void colourLine(CodeArea area, PlainTextChange change) {
        if (change.getInserted().contains("\n") || change.getRemoved().contains("\n")) {
            return;
        }
        int line = Hidden.line(area, change.getPosition());
        String text = area.getParagraph(line).getText();
        if (!text.isEmpty()) {
            area.setStyleSpans(line, 0, Spans.of(checking.line(text), List.of(), text.length()));
        }
    }
}
