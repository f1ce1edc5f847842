// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

/// Makes marks from lines and columns.
final class Marks {
    private Marks() {}

    /// Marks the word at a place, or one character. A place outside the text is brought into it.
    static Mark at(String source, Severity severity, int line, int column, String message) {
        int start = 0;
        int reached = 1;
        while (reached < line && source.indexOf('\n', start) >= 0) {
            start = source.indexOf('\n', start) + 1;
            reached++;
        }
        int lineEnd = source.indexOf('\n', start) < 0 ? source.length() : source.indexOf('\n', start);
        int offset = Math.clamp(start + column - 1L, start, Math.max(start, lineEnd - 1));
        return new Mark(severity, reached, offset - start + 1, offset, end(source, offset), message);
    }

    private static int end(String source, int start) {
        int end = Math.min(start + 1, source.length());
        while (end < source.length()
                && Character.isJavaIdentifierPart(source.charAt(end))
                && Character.isJavaIdentifierPart(source.charAt(end - 1))) {
            end++;
        }
        return end;
    }
}
