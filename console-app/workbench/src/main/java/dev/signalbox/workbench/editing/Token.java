// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.workbench.editing;

/// A stretch of text that is drawn in a colour of its own.
///
/// @param start offset of the first character, from 0
/// @param end offset behind the last character
public record Token(int start, int end, Kind kind) {
    /// What the stretch is.
    public enum Kind {
        KEYWORD,
        TYPE,
        STRING,
        NUMBER,
        COMMENT,
        ANNOTATION,
        METHOD
    }
}
