// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/// Lines of an area that are hidden behind the line before them. Lines are counted from 0.
final class Hidden {
    private Hidden() {}

    static boolean is(CodeArea area, int line) {
        return line >= 0
                && line < area.getParagraphs().size()
                && area.getParagraph(line).getParagraphStyle().contains("collapse");
    }

    /// Whether lines are hidden behind that one.
    static boolean areBehind(CodeArea area, int line) {
        return !is(area, line) && is(area, line + 1);
    }

    /// Hides lines; the caret stays where it is, or goes to the end of the line that stays.
    ///
    /// @param line that stays
    /// @param last that is hidden
    static void hide(CodeArea area, int line, int last) {
        int anchor = kept(area, area.getAnchor(), line, last);
        int caret = kept(area, area.getCaretPosition(), line, last);
        area.foldParagraphs(line, last);
        area.selectRange(anchor, caret);
        area.recreateParagraphGraphic(line);
    }

    private static int kept(CodeArea area, int place, int line, int last) {
        int at = line(area, place);
        return at > line && at <= last ? area.getAbsolutePosition(line, area.getParagraphLength(line)) : place;
    }

    /// Shows what is hidden behind a line.
    static void show(CodeArea area, int line) {
        int anchor = area.getAnchor();
        int caret = area.getCaretPosition();
        area.unfoldParagraphs(line);
        area.selectRange(anchor, caret);
        area.recreateParagraphGraphic(line);
    }

    /// Shows a line if it is hidden, and what is hidden with it, however many hide it.
    static void reveal(CodeArea area, int line) {
        int above = above(area, line);
        while (above < line && above >= 0) {
            show(area, above);
            above = above(area, line);
        }
    }

    /// The last one in sight, from a line upwards.
    private static int above(CodeArea area, int line) {
        int above = line;
        while (is(area, above)) {
            above--;
        }
        return above;
    }

    /// The same for the line of a place in the text.
    static void revealAt(CodeArea area, int place) {
        reveal(area, line(area, place));
    }

    /// The line of a place. Of several changes at once each tells places as they were before the next, so one may lie
    /// behind the end by now.
    static int line(CodeArea area, int place) {
        return area.offsetToPosition(Math.min(place, area.getLength()), Bias.Forward)
                .getMajor();
    }
}
