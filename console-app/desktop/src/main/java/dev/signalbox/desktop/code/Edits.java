// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.code;

import dev.signalbox.workbench.editing.Edit;
import java.util.Comparator;
import java.util.List;
import org.fxmisc.richtext.CodeArea;

/// Changes at several places of a text as one step, which one undo takes back.
final class Edits {
    private Edits() {}

    /// @param edits about the text as it is, none over another
    static void make(CodeArea area, List<Edit> edits) {
        area.getUndoManager().preventMerge();
        var change = area.createMultiChange(edits.size());
        edits.stream()
                .sorted(Comparator.comparingInt(Edit::start).reversed())
                .forEach(edit -> change.replaceTextAbsolutely(edit.start(), edit.end(), edit.text()));
        change.commit();
        area.getUndoManager().preventMerge();
    }

    /// Where a place is once they are made; what was in changed text is behind it.
    static int moved(int place, List<Edit> edits) {
        int now = place;
        for (Edit edit : edits) {
            if (edit.end() <= place) {
                now += edit.text().length() - (edit.end() - edit.start());
            } else if (edit.start() < place) {
                now += edit.start() + edit.text().length() - place;
            }
        }
        return now;
    }
}
