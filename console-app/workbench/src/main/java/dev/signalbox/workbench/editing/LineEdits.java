// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/// What has to be changed so that one text becomes another, in small pieces: what stays keeps its caret and its marks.
final class LineEdits {
    /// Beyond this many lines of both, all is one change: finding out more would take seconds.
    private static final int MOST_LINES = 24_000;

    private final List<String> before;
    private final List<Edit> edits = new ArrayList<>();
    /// What differs from there on, not yet settled.
    private final List<String> gone = new ArrayList<>();

    private final List<String> come = new ArrayList<>();
    private int line;
    private int offset;

    private LineEdits(List<String> before) {
        this.before = before;
    }

    /// In order, none over another; nothing where both are the same.
    static List<Edit> between(String before, String after) {
        List<String> was = lines(before);
        List<String> is = lines(after);
        var found = new LineEdits(was);
        if (was.size() + is.size() > MOST_LINES) {
            found.replace(before, after);
        } else {
            DiffUtils.diff(was, is, new MyersDiffWithLinearSpace<String>())
                    .getDeltas()
                    .forEach(found::take);
            found.settle();
        }
        return found.edits;
    }

    /// Each with what ends it.
    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("(?<=\n)"));
    }

    private void take(AbstractDelta<String> delta) {
        if (line + gone.size() < delta.getSource().getPosition()) {
            settle();
        }
        while (line < delta.getSource().getPosition() && gone.isEmpty()) {
            offset += before.get(line++).length();
        }
        gone.addAll(delta.getSource().getLines());
        come.addAll(delta.getTarget().getLines());
    }

    /// What went and what came at one place belongs together.
    private void settle() {
        replace(String.join("", gone), String.join("", come));
        line += gone.size();
        gone.clear();
        come.clear();
    }

    private void replace(String was, String is) {
        edits.addAll(new BlankEdits(was, is).from(offset));
        offset += was.length();
    }
}
