// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.desktop.log;

/// Where the columns of a log are, measured in the width of one character of its font.
///
/// @param charWidth width of a character; all are the same
/// @param width of the whole view
record LogColumns(double charWidth, double width) {
    private static final double MARGIN = 1.6;
    private static final int GAP = 2;
    private static final int[] CHARACTERS = {12, 16, 18, 7};

    /// Index of the column with the message, which takes what is left.
    static final int MESSAGE = CHARACTERS.length;

    double x(int column) {
        double before = MARGIN;
        for (int i = 0; i < column; i++) {
            before += CHARACTERS[i] + GAP;
        }
        return before * charWidth;
    }

    int characters(int column) {
        return column < MESSAGE ? CHARACTERS[column] : Math.max(8, (int) ((width - x(MESSAGE)) / charWidth) - 1);
    }
}
