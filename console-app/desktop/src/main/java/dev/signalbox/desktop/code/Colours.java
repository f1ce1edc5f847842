// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import dev.signalbox.workbench.editing.Mark;
import dev.signalbox.workbench.editing.Token;
import java.util.List;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.reactfx.Subscription;

/// Colours the text and waves under what is wrong: the edited line at once, everything when a check is done.
public final class Colours implements EditorFeature {
    private final Checking checking;

    public Colours(Checking checking) {
        this.checking = checking;
    }

    @Override
    public Subscription joins(CodeEditor editor) {
        CodeArea area = editor.area();
        var typing = area.plainTextChanges().subscribe(change -> colourLine(area, change));
        var tokens = checking.tokens().subscribe(found -> colour(area));
        var marks = checking.marks().subscribe(found -> colour(area));
        return () -> {
            typing.unsubscribe();
            tokens.unsubscribe();
            marks.unsubscribe();
        };
    }

    private void colour(CodeArea area) {
        int length = area.getLength();
        List<Token> tokens = checking.tokens().get();
        List<Mark> marks = checking.marks().get();
        if (length > 0 && fits(tokens, length)) {
            area.setStyleSpans(0, Spans.of(tokens, marks, length));
        }
    }

    private static boolean fits(List<Token> tokens, int length) {
        return tokens.isEmpty() || tokens.getLast().end() <= length;
    }

    private void colourLine(CodeArea area, PlainTextChange change) {
        if (change.getInserted().contains("\n") || change.getRemoved().contains("\n")) {
            return;
        }
        int line = area.offsetToPosition(change.getPosition(), org.fxmisc.richtext.model.TwoDimensional.Bias.Forward)
                .getMajor();
        String text = area.getParagraph(line).getText();
        if (!text.isEmpty()) {
            area.setStyleSpans(line, 0, Spans.of(checking.line(text), List.of(), text.length()));
        }
    }
}
