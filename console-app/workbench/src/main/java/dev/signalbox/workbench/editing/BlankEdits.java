// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

import java.util.ArrayList;
import java.util.List;

/// What has to be changed between words so that one text becomes another, and from the first word on that differs, all.
final class BlankEdits {
    private final String before;
    private final String after;
    private int was;
    private int is;

    BlankEdits(String before, String after) {
        this.before = before;
        this.after = after;
    }

    /// In order, none over another.
    ///
    /// @param offset where the text begins in a larger one
    List<Edit> from(int offset) {
        var edits = new ArrayList<Edit>();
        while (was < before.length() || is < after.length()) {
            int wasEnd = afterBlanks(before, was);
            int isEnd = afterBlanks(after, is);
            if (differsAt(wasEnd, isEnd) && wasEnd == was && isEnd == is) {
                int tail = tail();
                wasEnd = before.length() - tail;
                isEnd = after.length() - tail;
            }
            if (!before.substring(was, wasEnd).equals(after.substring(is, isEnd))) {
                edits.add(new Edit(offset + was, offset + wasEnd, after.substring(is, isEnd)));
            }
            was = wasEnd;
            is = isEnd;
            passWord();
        }
        return edits;
    }

    private static int afterBlanks(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean differsAt(int wasAt, int isAt) {
        return wasAt >= before.length() || isAt >= after.length() || before.charAt(wasAt) != after.charAt(isAt);
    }

    private void passWord() {
        while (!differsAt(was, is) && !Character.isWhitespace(before.charAt(was))) {
            was++;
            is++;
        }
    }

    /// How many characters the ends of both share.
    private int tail() {
        int most = Math.min(before.length() - was, after.length() - is);
        int same = 0;
        while (same < most && before.charAt(before.length() - 1 - same) == after.charAt(after.length() - 1 - same)) {
            same++;
        }
        return same;
    }
}
