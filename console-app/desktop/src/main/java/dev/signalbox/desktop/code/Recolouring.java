// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpan;
import org.fxmisc.richtext.model.StyleSpans;

/// Gives a text its new colours from the first line that has other ones to the last. The lines around them stay as they
/// are drawn: a line whose colours are set is laid out anew, even with the same ones.
final class Recolouring {
    private final Iterator<StyleSpan<Collection<String>>> spans;
    private Collection<String> style = List.of();
    private int left;

    private Recolouring(StyleSpans<Collection<String>> spans) {
        this.spans = spans.iterator();
    }

    /// @param spans for the whole text
    static void colour(CodeArea area, StyleSpans<Collection<String>> spans) {
        var walk = new Recolouring(spans);
        int place = 0;
        int from = -1;
        int to = 0;
        for (int line = 0; line < area.getParagraphs().size(); line++) {
            int length = area.getParagraphLength(line);
            if (!walk.passes(area.getParagraph(line).getStyleSpans())) {
                from = from < 0 ? place : from;
                to = place + length;
            }
            walk.passes(1, List.of());
            place += length + 1;
        }
        if (from >= 0) {
            area.setStyleSpans(from, spans.subView(from, to));
        }
    }

    /// Goes on over a line.
    ///
    /// @return whether its colours are the new ones
    private boolean passes(StyleSpans<Collection<String>> line) {
        boolean same = true;
        for (StyleSpan<Collection<String>> span : line) {
            same &= passes(span.getLength(), span.getStyle());
        }
        return same;
    }

    private boolean passes(int length, Collection<String> has) {
        boolean same = true;
        for (int rest = length; rest > 0 && (left > 0 || spans.hasNext()); ) {
            if (left == 0) {
                StyleSpan<Collection<String>> next = spans.next();
                left = next.getLength();
                style = next.getStyle();
            }
            int step = Math.min(rest, left);
            same &= step == 0 || isSame(style, has);
            left -= step;
            rest -= step;
        }
        return same;
    }

    private static boolean isSame(Collection<String> one, Collection<String> other) {
        return one.size() == other.size() && one.containsAll(other);
    }
}
