// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.desktop.pictures.Pictures;
import dev.signalbox.workbench.editing.Mark;
import dev.signalbox.workbench.editing.Severity;
import dev.signalbox.workbench.editing.Token;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.junit.jupiter.api.Test;

/// Lines whose colours stay are not touched, and all others get theirs.
class RecolouringTest {
    private static final String TEXT = "int one;\n\nint two;\nint three;";

    @Test
    void theSameColoursTouchNothing() {
        assertThat(Pictures.on(() -> changes(List.of(mark(14, 17)), List.of(mark(14, 17)))))
                .isEmpty();
    }

    @Test
    void onlyTheLinesBetweenTheFirstAndTheLastThatDifferAreTouched() {
        assertThat(Pictures.on(() -> changes(List.of(), List.of(mark(14, 17))))).containsExactly("int two;");
        assertThat(Pictures.on(() -> changes(List.of(mark(4, 7)), List.of(mark(23, 28)))))
                .containsExactly("int one;\n\nint two;\nint three;");
    }

    @Test
    void eachLetterHasWhatTheSpansSay() {
        CodeArea area = Pictures.on(() -> {
            var shown = new CodeArea(TEXT);
            Recolouring.colour(shown, spans(List.of(mark(0, 3))));
            Recolouring.colour(shown, spans(List.of(mark(14, 17), mark(16, 20), mark(27, 28))));
            return shown;
        });
        for (int at = 0; at < TEXT.length(); at++) {
            int place = at;
            boolean marked = at >= 14 && at < 20 || at == 27;
            boolean word = at < 3 || at >= 10 && at < 13 || at >= 19 && at < 22;
            Collection<String> styles = Pictures.on(() -> area.getStyleOfChar(place));
            if (TEXT.charAt(at) != '\n') {
                assertThat(styles.contains("mark-error")).as("mark at " + at).isEqualTo(marked);
                assertThat(styles.contains("token-keyword"))
                        .as("token at " + at)
                        .isEqualTo(word);
            }
        }
    }

    private static List<String> changes(List<Mark> before, List<Mark> now) {
        var area = new CodeArea(TEXT);
        Recolouring.colour(area, spans(before));
        var changed = new ArrayList<String>();
        area.richChanges().subscribe(change -> changed.add(change.getInserted().getText()));
        Recolouring.colour(area, spans(now));
        return changed;
    }

    private static StyleSpans<Collection<String>> spans(List<Mark> marks) {
        var tokens = List.of(keyword(0), keyword(10), keyword(19));
        return Spans.of(tokens, marks, TEXT.length());
    }

    private static Token keyword(int at) {
        return new Token(at, at + 3, Token.Kind.KEYWORD);
    }

    private static Mark mark(int start, int end) {
        return new Mark(Severity.ERROR, 1, 1, start, end, "wrong");
    }
}
